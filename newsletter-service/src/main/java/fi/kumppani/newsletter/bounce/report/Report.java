package fi.kumppani.newsletter.bounce.report;

import fi.kumppani.newsletter.bounce.Bounce;
import fi.kumppani.newsletter.bounce.SignedReturnPaths.Path;

/** What a mail that came to the mailbox of returns says. */
public sealed interface Report {

    /** A letter came back, was complained about or was delivered. */
    record OfLetter(Path path, Bounce bounce) implements Report {}

    /**
     * Somebody leaves a list by mail (RFC 2369).
     *
     * @param municipality three digits, as the address says
     * @param token of the link that leaves
     */
    record Departure(String municipality, String token) implements Report {

        /** Says nothing of the token, so that no log does. */
        @Override
        public String toString() {
            return "Departure[]";
        }
    }

    /** Nothing that we know how to read. */
    record Unreadable() implements Report {}
}
