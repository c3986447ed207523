package fi.kumppani.portal.desk;

import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that waits for a coordinator.
 *
 * @param kind as the key of what it is called ends
 * @param about the network, event or letter it is about; null where it is about no one thing
 * @param href where it is done
 * @param count how many wait; 0 where it is about one thing alone
 * @param more whether there are more than were counted
 * @param day since when the oldest waits, or by when it is decided; null when nobody knows
 * @param minimum how many must come and have a seat, for an event of which it is open whether it is
 *     held
 * @param own whether whoever sees it cannot do it, as they wrote it
 */
record Waiting(
        String kind,
        @Nullable Told about,
        String href,
        int count,
        boolean more,
        @Nullable LocalDate day,
        AwaitedEvent.@Nullable Minimum minimum,
        boolean own) {

    /** Those that have waited longest first; those of which nobody knows, last. */
    static final Comparator<Waiting> OLDEST_FIRST =
            Comparator.comparing(Waiting::day, Comparator.nullsLast(Comparator.naturalOrder()));

    /** So many of something, with the way to them. */
    static Waiting of(
            String kind,
            @Nullable Told about,
            String href,
            int count,
            boolean more,
            @Nullable LocalDate since) {
        return new Waiting(kind, about, href, count, more, since, null, false);
    }

    /**
     * What waits that one service knows of.
     *
     * @param rows what waits
     * @param away whether the service did not answer, or not to all
     */
    record Part(List<Waiting> rows, boolean away) {

        Part {
            rows = List.copyOf(rows);
        }
    }
}
