package fi.kumppani.events.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
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

    /** The position of an event for a reader who began when this one did. */
    public ListPosition at(ListedEvent event) {
        return new ListPosition(begun, event.isOver(begun), event.startsAt(), event.id().value());
    }

    /** Whether something at the other position comes later in the list. */
    public boolean isBefore(ListPosition other) {
        if (isAtItsBeginning()) {
            return other.past || !past;
        }
        return order(this, other) < 0;
    }

    /** The order of the list: what is to come by time, then the past by time backwards. */
    public int order(ListPosition one, ListPosition other) {
        if (one.past != other.past) {
            return one.past ? 1 : -1;
        }
        int inTime =
                Comparator.comparing(ListPosition::startsAt)
                        .thenComparing(ListPosition::id)
                        .compare(one, other);
        return one.past ? -inTime : inTime;
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
