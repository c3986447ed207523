package fi.kumppani.kit.journal;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a line stands in the journal of a parent.
 *
 * @param batch the batch that wrote it, from 1
 * @param index its place in the batch, from 0
 */
public record LinePosition(long batch, int index) implements Comparable<LinePosition> {

    /** Before the first line. */
    public static final LinePosition START = new LinePosition(0, 0);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})");
    private static final Comparator<LinePosition> ORDER =
            Comparator.comparingLong(LinePosition::batch).thenComparingInt(LinePosition::index);

    /** Reads what {@link #toString()} wrote; empty for anything else. */
    public static Optional<LinePosition> parse(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new LinePosition(
                                Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(LinePosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return batch + "." + index;
    }
}
