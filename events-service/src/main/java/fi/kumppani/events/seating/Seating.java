package fi.kumppani.events.seating;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The seats of an event and the line for them, without knowing anybody in it.
 *
 * <p>Every party gets a number in order of arrival. It has its seats, or it stands in line, or it
 * is gone. Who is next and how many stand before somebody follows from the line alone. A seat that
 * is held or offered is taken like any other.
 *
 * <p>Next is the first in line for whose party a seat is free. A party whose quota is full lets
 * those of other quotas pass, for the free seats are none of its own; a party that is only too big
 * for what is free is treated by the event's {@link PartyRule}.
 *
 * @param rules how seats are given out
 * @param taken seats taken, by quota; under the empty name those in none
 * @param last the number given last, 0 for none
 * @param line who waits
 */
public record Seating(SeatRules rules, Map<String, Integer> taken, long last, Line line) {

    private static final String NO_QUOTA = "";

    /**
     * @throws IllegalArgumentException when the counters contradict each other
     */
    public Seating {
        taken = Map.copyOf(taken);
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (isOversold(rules.capacity(), all)
                || taken.values().stream().anyMatch(seats -> seats < 1)) {
            throw new IllegalArgumentException("Nobody sits where there is no seat");
        }
        if (last < 0 || (!line.isEmpty() && line.runs().getLast().last() > last)) {
            throw new IllegalArgumentException("Only numbers that were given wait");
        }
    }

    /** Empty seats, and nobody waiting for them. */
    public static Seating empty(SeatRules rules) {
        return new Seating(rules, Map.of(), 0, Line.EMPTY);
    }

    /** Seats for everybody alike, empty. */
    public static Seating empty(int capacity) {
        return empty(SeatRules.of(capacity));
    }

    /** How many seats there are. */
    public int capacity() {
        return rules.capacity();
    }

    /** How many seats are taken. */
    public int confirmed() {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many seats of a quota are taken. */
    public int takenIn(@Nullable String quota) {
        return taken.getOrDefault(quota == null ? NO_QUOTA : quota, 0);
    }

    /** How many parties wait. */
    public long waiting() {
        return line.size();
    }

    /** Seats nobody has; with people waiting they may be on their way to the first in line. */
    public int free() {
        return capacity() - confirmed();
    }

    /** How many of the free seats a party of this quota may take. */
    public int room(@Nullable String quota) {
        return Math.min(free(), leftIn(quota));
    }

    private int leftIn(@Nullable String quota) {
        if (quota == null) {
            return Integer.MAX_VALUE;
        }
        return rules.quota(quota)
                .map(known -> Math.max(0, known.seats() - takenIn(quota)))
                .orElse(Integer.MAX_VALUE);
    }

    /** Whether somebody in line can have a seat. */
    public boolean canPromote() {
        return next().isPresent();
    }

    /** What becomes of the next to arrive: seats only when nobody in line could have them. */
    public Arrival arrive(Party party) {
        long number = last + 1;
        Seating joined = new Seating(rules, taken, number, line.with(number, party));
        Optional<Grant> next = joined.next();
        if (next.isPresent() && next.get().number() == number) {
            Seating seated = joined.grant(next.get());
            return next.get().seats() == party.seats()
                    ? new Arrival.Seated(number, seated)
                    : queued(number, next.get().seats(), seated);
        }
        return queued(number, 0, joined);
    }

    private Arrival queued(long number, int seatsNow, Seating joined) {
        return line.size() >= rules.mostWaiting()
                ? new Arrival.TurnedAway()
                : new Arrival.Queued(number, seatsNow, joined.placeOf(number), joined);
    }

    /** A number for somebody who neither sits nor waits yet. */
    public Seating number() {
        return new Seating(rules, taken, last + 1, line);
    }

    /**
     * Somebody with a number of their own joins those who wait, at its place in the order.
     *
     * @throws IllegalArgumentException when the number was not given, or waits already
     */
    public Seating join(long number, Party party) {
        return new Seating(rules, taken, last, line.with(number, party));
    }

    /** Who is to have seats next, and how many of them. */
    public Optional<Grant> next() {
        if (isOversold(capacity(), confirmed() + 1)) {
            return Optional.empty();
        }
        Set<String> heldBack = new HashSet<>();
        for (Line.Run run : line.runs()) {
            Party party = run.party();
            String quota = party.quota();
            if (quota != null && heldBack.contains(quota)) {
                continue;
            }
            int left = leftIn(quota);
            if (left == 0 || !rules.couldSeat(party)) {
                continue;
            }
            if (left >= party.seats() && !isOversold(capacity(), confirmed() + party.seats())) {
                return Optional.of(new Grant(run.first(), party.seats()));
            }
            switch (rules.partyRule()) {
                case SPLIT -> {
                    return Optional.of(new Grant(run.first(), Math.min(free(), left)));
                }
                case TOGETHER_IN_ORDER -> {
                    if (quota == null || left >= party.seats()) {
                        return Optional.empty();
                    }
                    heldBack.add(quota);
                }
                case TOGETHER_OVERTAKEN -> {}
            }
        }
        return Optional.empty();
    }

    /**
     * Those who are next get their seats.
     *
     * @throws IllegalArgumentException when they do not wait for so many
     */
    public Seating grant(Grant grant) {
        Party party =
                line.partyOf(grant.number())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "Number " + grant.number() + " does not wait"));
        int rest = party.seats() - grant.seats();
        Line shorter =
                rest == 0
                        ? line.without(grant.number())
                        : line.changed(grant.number(), new Party(rest, party.quota()));
        return new Seating(rules, plus(party.quota(), grant.seats()), last, shorter);
    }

    /**
     * Seats are given up.
     *
     * @throws IllegalArgumentException when fewer are taken
     */
    public Seating leaveSeats(Party party) {
        return new Seating(rules, plus(party.quota(), -party.seats()), last, line);
    }

    /**
     * Free seats go to somebody who does not wait for them.
     *
     * @throws IllegalArgumentException when there are not so many
     */
    public Seating takeSeats(Party party) {
        return new Seating(rules, plus(party.quota(), party.seats()), last, line);
    }

    /**
     * Somebody stops waiting.
     *
     * @throws IllegalArgumentException when the number does not wait
     */
    public Seating leaveQueue(long number) {
        return new Seating(rules, taken, last, line.without(number));
    }

    /**
     * Somebody waits for more or fewer seats than before, at the same place.
     *
     * @throws IllegalArgumentException when the number does not wait
     */
    public Seating waitFor(long number, Party party) {
        return new Seating(rules, taken, last, line.changed(number, party));
    }

    /** For whom a number waits, and for how many seats still. */
    public Optional<Party> waitingFor(long number) {
        return line.partyOf(number);
    }

    /**
     * With other rules; those who sit keep their seats, also when a quota has become smaller.
     *
     * @throws IllegalArgumentException when more seats are taken than there would be
     */
    public Seating under(SeatRules next) {
        return new Seating(next, taken, last, line);
    }

    /** The place in the queue of a number that waits; 1 is first. */
    public long placeOf(long number) {
        return line.before(number) + 1;
    }

    /** Whether more would sit than there are seats. */
    private static boolean isOversold(int capacity, int taken) {
        return taken > capacity;
    }

    private Map<String, Integer> plus(@Nullable String quota, int seats) {
        Map<String, Integer> next = new TreeMap<>(taken);
        int now = next.merge(quota == null ? NO_QUOTA : quota, seats, Integer::sum);
        if (now == 0) {
            next.remove(quota == null ? NO_QUOTA : quota);
        }
        return next;
    }

    /** The first who will be promoted, as long as seats are free. */
    public List<Grant> grants(int most) {
        List<Grant> grants = new ArrayList<>();
        Seating seating = this;
        Optional<Grant> next = seating.next();
        while (next.isPresent() && grants.size() < most) {
            grants.add(next.get());
            seating = seating.grant(next.get());
            next = seating.next();
        }
        return grants;
    }

    /**
     * Seats for somebody in line.
     *
     * @param number theirs
     * @param seats how many they get now
     */
    public record Grant(long number, int seats) {}

    /** What became of somebody who arrived. */
    public sealed interface Arrival {

        /** They have their seats. */
        record Seated(long number, Seating seating) implements Arrival {}

        /**
         * They wait.
         *
         * @param seatsNow seats they have already, when parties are split
         * @param place in the queue
         */
        record Queued(long number, int seatsNow, long place, Seating seating) implements Arrival {}

        /** Too many wait already. */
        record TurnedAway() implements Arrival {}
    }
}
