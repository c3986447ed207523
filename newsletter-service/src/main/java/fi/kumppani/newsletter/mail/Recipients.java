package fi.kumppani.newsletter.mail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows whom the mails of some kinds go to; asked when they are sent. */
public interface Recipients {

    /** The most mails to ask about at once. */
    int MOST = 256;

    /** The kinds it knows the recipients of. */
    Set<MailKind> kinds();

    /**
     * Whom the mails go to.
     *
     * @param mails of its kinds and of the current municipality, at most {@value #MOST}
     */
    Answer of(List<Matter> mails);

    /**
     * The kinds about which it is asked once more before the first byte of a mail, as the reader
     * may have left meanwhile; those where asking costs little.
     */
    default Set<MailKind> kindsAskedTwice() {
        return Set.of();
    }

    /** What is known of the recipients. */
    sealed interface Answer {

        /**
         * All that is known; who is in neither is gone.
         *
         * @param reachable by the id of the mail
         * @param unreachable mails whose recipient has no address that mail can be sent to
         */
        record Known(Map<String, Recipient> reachable, Set<String> unreachable) implements Answer {}

        /** Whoever knows does not answer; worth trying again then. */
        record Away(Duration retryAfter) implements Answer {}
    }
}
