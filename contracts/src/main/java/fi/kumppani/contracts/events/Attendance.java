package fi.kumppani.contracts.events;

import java.time.Instant;
import java.util.List;

/**
 * How many came to an event, as its coordinators declared; never who. Small numbers are not
 * suppressed here: whoever publishes them over municipalities does so.
 *
 * @param eventId the event
 * @param people all who came
 * @param categories as what they came; the numbers add up to all
 * @param expected how many had a seat
 * @param registered how many of those were noted at the door
 * @param walkedIn how many were noted without being registered
 * @param declaredAt when it was declared
 */
public record Attendance(
        String eventId,
        int people,
        List<Share> categories,
        int expected,
        int registered,
        int walkedIn,
        Instant declaredAt) {

    /** Copies the shares. */
    public Attendance {
        categories = List.copyOf(categories);
    }

    /**
     * Those of one category.
     *
     * @param category {@code association}, {@code elected}, {@code staff}, {@code resident} or
     *     {@code other}
     * @param people at least 1
     */
    public record Share(String category, int people) {}
}
