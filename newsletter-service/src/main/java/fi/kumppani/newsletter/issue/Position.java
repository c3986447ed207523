package fi.kumppani.newsletter.issue;

import java.time.Instant;
import java.util.Locale;

/** Where something stands in a list that is ordered by time. */
final class Position {

    private Position() {}

    /** A text that sorts as the times do, and as the ids where the times are the same. */
    static String of(Instant time, String id) {
        return String.format(Locale.ROOT, "%015d:%s", time.toEpochMilli(), id);
    }
}
