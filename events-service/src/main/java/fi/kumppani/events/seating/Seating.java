package fi.kumppani.events.seating;

import java.util.ArrayList;
import java.util.List;

/**
 * The seats of an event and the queue for them, as counters alone.
 *
 * <p>Everybody gets a number in order of arrival. All numbers up to {@code head} are settled: they
 * got a seat or gave up. All greater ones wait, except the gaps. So who is next in line, and how
 * many stand before somebody, follows from the counters.
 *
 * @param capacity seats, 1 to {@value #MOST_SEATS}
 * @param confirmed seats taken
 * @param last the number given last, 0 for none
 * @param head the greatest settled number below all who wait
 * @param gaps numbers given up among those who wait
 */
public record Seating(int capacity, int confirmed, long last, long head, Gaps gaps) {

    /** The most seats an event may have. */
    public static final int MOST_SEATS = 10_000;

    /** The most who may wait; beyond that waiting is no use and the counters would grow. */
    public static final int MOST_WAITING = 20_000;

    /**
     * @throws IllegalArgumentException when the counters contradict each other
     */
    public Seating {
        if (capacity < 1 || capacity > MOST_SEATS) {
            throw new IllegalArgumentException("An event has 1 to " + MOST_SEATS + " seats");
        }
        if (confirmed < 0 || isOversold(capacity, confirmed)) {
            throw new IllegalArgumentException("Nobody sits where there is no seat");
        }
        if (head < 0 || head > last || gaps.contains(head + 1)) {
            throw new IllegalArgumentException("The first who waits is the one after the head");
        }
        if (gaps.countBelow(head + 1) > 0 || gaps.countBelow(last + 1) < gaps.count()) {
            throw new IllegalArgumentException("Gaps lie among those who wait");
        }
    }

    /** Empty seats, and nobody waiting for them. */
    public static Seating empty(int capacity) {
        return new Seating(capacity, 0, 0, 0, Gaps.NONE);
    }

    /** How many wait. */
    public long waiting() {
        return last - head - gaps.count();
    }

    /** Seats nobody has; with people waiting they are on their way to the first in line. */
    public int free() {
        return capacity - confirmed;
    }

    /** Whether a seat can go to somebody who waits. */
    public boolean canPromote() {
        return free() > 0 && waiting() > 0;
    }

    /** What becomes of the next to arrive: a seat only when nobody waits. */
    public Arrival arrive() {
        if (waiting() >= MOST_WAITING) {
            return new Arrival.TurnedAway();
        }
        long number = last + 1;
        if (waiting() == 0 && !isOversold(capacity, confirmed + 1)) {
            return new Arrival.Seated(
                    number, new Seating(capacity, confirmed + 1, number, number, Gaps.NONE));
        }
        return new Arrival.Queued(
                number, waiting() + 1, settled(capacity, confirmed, number, head, gaps));
    }

    /**
     * The first in line gets a seat.
     *
     * @throws IllegalStateException when nobody waits or no seat is free
     */
    public Promotion promote() {
        if (!canPromote()) {
            throw new IllegalStateException("No seat is free, or nobody waits");
        }
        return new Promotion(head + 1, settled(capacity, confirmed + 1, last, head + 1, gaps));
    }

    /**
     * Somebody gives their seat up.
     *
     * @throws IllegalArgumentException when nobody has one
     */
    public Seating leaveSeat() {
        return new Seating(capacity, confirmed - 1, last, head, gaps);
    }

    /**
     * Somebody stops waiting.
     *
     * @throws IllegalArgumentException when the number does not wait
     */
    public Seating leaveQueue(long number) {
        if (number <= head || number > last) {
            throw new IllegalArgumentException("Number " + number + " does not wait");
        }
        return settled(capacity, confirmed, last, head, gaps.with(number));
    }

    /**
     * With more or fewer seats.
     *
     * @throws IllegalArgumentException when more are taken
     */
    public Seating resize(int seats) {
        return new Seating(seats, confirmed, last, head, gaps);
    }

    /** The place in the queue of a number that waits; 1 is next. */
    public long placeOf(long number) {
        return number - head - gaps.countBelow(number);
    }

    /** Numbers that wait, the first in line first. */
    public List<Long> firstInLine(int most) {
        List<Long> first = new ArrayList<>();
        for (long number = head + 1; number <= last && first.size() < most; number++) {
            if (!gaps.contains(number)) {
                first.add(number);
            }
        }
        return first;
    }

    /** Whether more would sit than there are seats. */
    private static boolean isOversold(int capacity, int confirmed) {
        return confirmed > capacity;
    }

    /** Moves the head over the gaps that follow it. */
    private static Seating settled(int capacity, int confirmed, long last, long head, Gaps gaps) {
        long settled = head;
        for (Gaps.Range range : gaps.ranges()) {
            if (range.first() > settled + 1) {
                break;
            }
            settled = Math.max(settled, range.last());
        }
        return new Seating(capacity, confirmed, last, settled, gaps.after(settled));
    }

    /** What became of somebody who arrived. */
    public sealed interface Arrival {

        /** They have a seat. */
        record Seated(long number, Seating seating) implements Arrival {}

        /** They wait, at this place in the queue. */
        record Queued(long number, long place, Seating seating) implements Arrival {}

        /** Too many wait already. */
        record TurnedAway() implements Arrival {}
    }

    /**
     * A seat for somebody who waited.
     *
     * @param number theirs
     * @param seating what it left
     */
    public record Promotion(long number, Seating seating) {}
}
