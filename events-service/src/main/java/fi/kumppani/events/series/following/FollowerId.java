package fi.kumppani.events.series.following;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one who follows a series.
 *
 * @param series the series
 * @param number in the order in which they joined, from 1
 */
public record FollowerId(String series, long number) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36}):([1-9][0-9]{0,9})");

    /** Reads what {@link #toString()} wrote; empty for anything else. */
    public static Optional<FollowerId> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new FollowerId(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return series + ":" + number;
    }
}
