package fi.kumppani.events.seating;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who waits, in order: runs of numbers on end that wait for the same. A crowd that came one by one
 * is a single run, however many they are.
 *
 * @param runs not empty themselves, in ascending order, none overlapping
 */
public record Line(List<Run> runs) {

    /** Nobody waits. */
    public static final Line EMPTY = new Line(List.of());

    /**
     * Numbers on end, each of which waits for as many seats.
     *
     * @param first the least of them
     * @param last the greatest of them
     * @param party for whom each waits
     */
    public record Run(long first, long last, Party party) {

        /**
         * @throws IllegalArgumentException when it is empty
         */
        public Run {
            if (last < first) {
                throw new IllegalArgumentException("A run holds at least one number");
            }
        }

        long size() {
            return last - first + 1;
        }

        boolean holds(long number) {
            return first <= number && number <= last;
        }
    }

    /**
     * @throws IllegalArgumentException when the runs overlap or are out of order
     */
    public Line {
        runs = List.copyOf(runs);
        for (int i = 1; i < runs.size(); i++) {
            if (runs.get(i).first() <= runs.get(i - 1).last()) {
                throw new IllegalArgumentException("Runs are apart and in order");
            }
        }
    }

    /** How many parties wait. */
    public long size() {
        return runs.stream().mapToLong(Run::size).sum();
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** For whom a number waits. */
    Optional<Party> partyOf(long number) {
        return runs.stream().filter(run -> run.holds(number)).findFirst().map(Run::party);
    }

    /** How many stand before the number. */
    long before(long number) {
        long count = 0;
        for (Run run : runs) {
            if (run.first() >= number) {
                break;
            }
            count += Math.min(run.last(), number - 1) - run.first() + 1;
        }
        return count;
    }

    /**
     * With one more number, at its place in the order.
     *
     * @throws IllegalArgumentException when it waits already
     */
    Line with(long number, Party party) {
        List<Run> next = new ArrayList<>(runs.size() + 1);
        boolean placed = false;
        for (Run run : runs) {
            if (run.holds(number)) {
                throw new IllegalArgumentException("Number " + number + " waits already");
            }
            if (!placed && number < run.first()) {
                append(next, new Run(number, number, party));
                placed = true;
            }
            append(next, run);
        }
        if (!placed) {
            append(next, new Run(number, number, party));
        }
        return new Line(next);
    }

    /**
     * Without a number.
     *
     * @throws IllegalArgumentException when it does not wait
     */
    Line without(long number) {
        return replaced(number, null);
    }

    /**
     * With a number waiting for something else, at the same place.
     *
     * @throws IllegalArgumentException when it does not wait
     */
    Line changed(long number, Party party) {
        return replaced(number, party);
    }

    private Line replaced(long number, @Nullable Party now) {
        List<Run> next = new ArrayList<>(runs.size() + 2);
        boolean found = false;
        for (Run run : runs) {
            if (!run.holds(number)) {
                append(next, run);
                continue;
            }
            found = true;
            if (run.first() < number) {
                append(next, new Run(run.first(), number - 1, run.party()));
            }
            if (now != null) {
                append(next, new Run(number, number, now));
            }
            if (number < run.last()) {
                append(next, new Run(number + 1, run.last(), run.party()));
            }
        }
        if (!found) {
            throw new IllegalArgumentException("Number " + number + " does not wait");
        }
        return new Line(next);
    }

    /** Adds a run behind the others, as one with the last if it goes on from it. */
    private static void append(List<Run> runs, Run run) {
        if (!runs.isEmpty()) {
            Run last = runs.getLast();
            if (last.last() + 1 == run.first() && last.party().equals(run.party())) {
                runs.set(runs.size() - 1, new Run(last.first(), run.last(), run.party()));
                return;
            }
        }
        runs.add(run);
    }
}
