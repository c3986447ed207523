package fi.kumppani.grants.notification;

import fi.kumppani.grants.grantapplication.ApplicationId;

import java.time.LocalDate;
import java.util.Optional;

/** When decisions about grants were made that came after those on their applications. */
public interface LaterDecisionDays {

    /** The day of a decision; empty when there is none. */
    Optional<LocalDate> decidedOn(LaterDecisionId id);

    /** The last one of a kind, which is the one that mails are about. */
    Optional<LaterDecisionId> latest(ApplicationId application, LaterDecisionId.Kind kind);
}
