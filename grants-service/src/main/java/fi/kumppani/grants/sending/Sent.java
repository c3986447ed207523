package fi.kumppani.grants.sending;

import fi.kumppani.grants.eligibility.Reason;
import fi.kumppani.grants.grantapplication.ApplicationId;

import java.util.List;

/** What came of sending an application to one call. */
public sealed interface Sent {

    /** Where it was to go. */
    SendingTarget target();

    /** There is a draft, new or from the same request before. */
    record Begun(SendingTarget target, ApplicationId draft) implements Sent {}

    /** There is no such call, or none that takes applications. */
    record CallUnknown(SendingTarget target) implements Sent {}

    /** The association could not apply there, for these reasons. */
    record NotEligible(SendingTarget target, List<Reason> reasons) implements Sent {

        /** Copies the list. */
        public NotEligible {
            reasons = List.copyOf(reasons);
        }
    }

    /** The request's key was used before with other content. */
    record KeyReused(SendingTarget target) implements Sent {}
}
