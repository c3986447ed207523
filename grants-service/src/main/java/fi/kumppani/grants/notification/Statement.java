package fi.kumppani.grants.notification;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One thing that was done to tell of a decision, or turned out. What was stated stays; a later
 * statement of the same kind counts instead of it.
 */
public sealed interface Statement {

    /** When it was stated and by whom. */
    Source source();

    /**
     * Who stated it.
     *
     * @param by the identity provider's opaque {@code sub}, or the message that told it
     * @param at when, by the server's clock
     */
    record Source(String by, Instant at) {}

    /**
     * It was, or is to be, sent to the party.
     *
     * @param on the day it was sent; null for an e-mail, whose sending is heard of
     * @param consentedOn the day the party consented to be told electronically; e-mail needs it
     */
    record Sent(
            Channel channel, @Nullable LocalDate on, @Nullable LocalDate consentedOn, Source source)
            implements Statement {

        /**
         * @throws IllegalArgumentException for an e-mail without consent or with a day of its own,
         *     and for anything else without a day
         */
        public Sent {
            if ((channel == Channel.EMAIL) == (consentedOn == null)
                    || (channel == Channel.EMAIL) != (on == null)) {
                throw new IllegalArgumentException("E-mail needs consent, all else a day");
            }
        }
    }

    /** The e-mail about the decision left on this day. */
    record Mailed(LocalDate on, Source source) implements Statement {}

    /** The e-mail about the decision will never arrive. */
    record MailLost(Source source) implements Statement {}

    /** A receipt shows that the party got it on this day. */
    record Received(LocalDate on, Source source) implements Statement {}

    /** The decision with its appeal instruction was put on the web on this day. */
    record Published(LocalDate on, Source source) implements Statement {}
}
