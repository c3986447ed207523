package fi.kumppani.newsletter.bounce;

import fi.kumppani.newsletter.subscription.Mailbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How mailboxes take the letters of the current municipality. */
public interface Standings {

    /** What is known of the mailboxes of which something is. */
    Map<Mailbox, Standing> of(Collection<Mailbox> mailboxes);

    /**
     * Moves a standing on, beginning with that of which nothing is known.
     *
     * @param bounce what is told of the move; it is told once
     */
    Standing move(Mailbox mailbox, Bounce bounce, UnaryOperator<Standing> move);

    /** Moves a standing on if there is one, and tells nothing of it. */
    void moveIfKnown(Mailbox mailbox, UnaryOperator<Standing> move);

    /**
     * Those that nothing is sent to, in the order of their ids.
     *
     * @param after the id to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Suppressed> suppressed(String after, int limit);

    /**
     * A mailbox that nothing is sent to.
     *
     * @param id where it stands in the list
     */
    record Suppressed(String id, Standing standing) {}
}
