package fi.kumppani.grants.award;

import java.time.Instant;

/** Whether who was granted something takes it, on the conditions it is granted by. */
public sealed interface Answer {

    /** Nothing was answered yet. */
    record Open() implements Answer {}

    /**
     * It is accepted, with its conditions.
     *
     * @param by who accepted it for the grantee, as the identity provider's opaque {@code sub}
     */
    record Accepted(String by, Instant at) implements Answer {}

    /** It is not accepted, and the ledger has not been told yet. */
    record Declining(String by, Instant at) implements Answer {}

    /** It is not accepted, and its money is available to others. */
    record Declined(String by, Instant at) implements Answer {}
}
