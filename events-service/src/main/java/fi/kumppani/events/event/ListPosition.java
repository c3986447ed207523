package fi.kumppani.events.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a reader is in the list of events. It holds the instant at which the reader began, so that
 * an event that ends meanwhile is neither shown twice nor left out.
 *
 * @param begun when the reader began
 * @param past whether they have come to the past events
 * @param startsAt start of the event they have last
 * @param id of that event; empty at the beginning of either half
 */
public record ListPosition(Instant begun, boolean past, Instant startsAt, String id) {

    /** The beginning of the list. */
    public static ListPosition beginning(Instant now) {
        return new ListPosition(now, false, Instant.EPOCH, "");
    }

    /** The beginning of the past events. */
    public ListPosition turn() {
        return new ListPosition(begun, true, Instant.EPOCH, "");
    }

    /** Behind this event. */
    public ListPosition behind(Event event) {
        Schedule schedule = event.details().schedule();
        return new ListPosition(
                begun, schedule.isOver(begun), schedule.startsAt(), event.id().value());
    }

    /** Whether nothing of this half has been read. */
    public boolean isAtItsBeginning() {
        return id.isEmpty();
    }

    /** Reads what {@link #toString()} wrote; empty for anything else. */
    public static Optional<ListPosition> parse(String text) {
        String[] parts = text.split("_", 4);
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ListPosition(
                            Instant.ofEpochMilli(Long.parseLong(parts[0])),
                            parts[1].equals("p"),
                            Instant.ofEpochMilli(Long.parseLong(parts[2])),
                            parts[3]));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return String.join(
                "_",
                Long.toString(begun.toEpochMilli()),
                past ? "p" : "u",
                Long.toString(startsAt.toEpochMilli()),
                id);
    }
}
