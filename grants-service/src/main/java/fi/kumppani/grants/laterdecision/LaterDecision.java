package fi.kumppani.grants.laterdecision;

import fi.kumppani.grants.changerequest.ChangeRequest;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.notification.LaterDecisionId;
import fi.kumppani.grants.recovery.RecoveryClaim;

import java.time.LocalDate;

/** A decision about a grant that was made after the one on its application. */
public sealed interface LaterDecision {

    /** Its name. */
    LaterDecisionId id();

    /** In which capacity it was made. */
    DecisionMaker maker();

    /** The day it was made, in Europe/Helsinki. */
    LocalDate decidedOn();

    /** On other terms. */
    record OnTerms(LaterDecisionId id, ChangeRequest request, ChangeRequest.Ending.Ruled ruling)
            implements LaterDecision {

        @Override
        public DecisionMaker maker() {
            return ruling.maker();
        }

        @Override
        public LocalDate decidedOn() {
            return ruling.decidedOn();
        }
    }

    /** To claim something back. */
    record OnRecovery(LaterDecisionId id, RecoveryClaim claim, RecoveryClaim.Stage.Decided decision)
            implements LaterDecision {

        @Override
        public DecisionMaker maker() {
            return decision.maker();
        }

        @Override
        public LocalDate decidedOn() {
            return decision.decidedOn();
        }
    }
}
