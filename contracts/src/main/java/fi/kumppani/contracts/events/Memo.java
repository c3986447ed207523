package fi.kumppani.contracts.events;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The published memo of an event: that it is there, and how what was agreed stands. Its texts may
 * name people and stay with events-service, where everybody reads them.
 *
 * @param eventId the event
 * @param publishedAt when it was published
 * @param actions what was agreed, in the memo's order
 */
public record Memo(String eventId, Instant publishedAt, List<Action> actions) {

    /** Copies the list. */
    public Memo {
        actions = List.copyOf(actions);
    }

    /**
     * Something that was agreed to be done.
     *
     * @param id its id within the memo
     * @param associationId the association that does it; absent when it is somebody else
     * @param due the day by which it is to be done, if one was agreed
     * @param done whether it is done
     */
    public record Action(
            String id, @Nullable String associationId, @Nullable LocalDate due, boolean done) {}
}
