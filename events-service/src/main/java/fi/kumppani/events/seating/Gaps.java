package fi.kumppani.events.seating;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers that were given up while they waited, as ranges: between two ranges somebody waits, so
 * there is never more to keep than there are people waiting, plus one.
 *
 * @param ranges disjoint, not touching, in ascending order
 */
public record Gaps(List<Range> ranges) {

    /** No gaps. */
    public static final Gaps NONE = new Gaps(List.of());

    /**
     * Some numbers on end.
     *
     * @param first the least of them
     * @param last the greatest of them
     */
    public record Range(long first, long last) {

        /**
         * @throws IllegalArgumentException when it is empty
         */
        public Range {
            if (last < first) {
                throw new IllegalArgumentException("A range holds at least one number");
            }
        }

        long size() {
            return last - first + 1;
        }
    }

    /**
     * @throws IllegalArgumentException when the ranges touch or are out of order
     */
    public Gaps {
        ranges = List.copyOf(ranges);
        for (int i = 1; i < ranges.size(); i++) {
            if (ranges.get(i).first() <= ranges.get(i - 1).last() + 1) {
                throw new IllegalArgumentException("Gaps are apart and in order");
            }
        }
    }

    /**
     * These and one more number.
     *
     * @throws IllegalArgumentException when it is a gap already
     */
    Gaps with(long number) {
        long first = number;
        long last = number;
        List<Range> before = new ArrayList<>(ranges.size() + 1);
        List<Range> behind = new ArrayList<>();
        for (Range range : ranges) {
            if (range.last() < number - 1) {
                before.add(range);
            } else if (range.last() == number - 1) {
                first = range.first();
            } else if (range.first() == number + 1) {
                last = range.last();
            } else if (range.first() > number) {
                behind.add(range);
            } else {
                throw new IllegalArgumentException("Number " + number + " is a gap already");
            }
        }
        before.add(new Range(first, last));
        before.addAll(behind);
        return new Gaps(before);
    }

    /** Those greater than the number. */
    Gaps after(long number) {
        if (ranges.isEmpty() || ranges.getFirst().first() > number) {
            return this;
        }
        return new Gaps(
                ranges.stream()
                        .filter(range -> range.last() > number)
                        .map(range -> new Range(Math.max(range.first(), number + 1), range.last()))
                        .toList());
    }

    /** How many there are. */
    long count() {
        return ranges.stream().mapToLong(Range::size).sum();
    }

    /** How many of them are less than the number. */
    long countBelow(long number) {
        return ranges.stream()
                .filter(range -> range.first() < number)
                .mapToLong(range -> Math.min(range.last(), number - 1) - range.first() + 1)
                .sum();
    }

    boolean contains(long number) {
        return ranges.stream().anyMatch(range -> range.first() <= number && number <= range.last());
    }
}
