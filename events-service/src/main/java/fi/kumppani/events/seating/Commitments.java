package fi.kumppani.events.seating;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an event has promised for a time, and what it counts besides seats.
 *
 * @param reserved until when seats are held or offered, by number
 * @param addressesSeen all numbers up to this one have confirmed their address, or lost their place
 * @param addressDue when the next number has to have confirmed it; null when none has
 * @param groups how many are in each workshop group
 * @param needs whether needs are kept that are to be erased after the event
 */
public record Commitments(
        Map<Long, Instant> reserved,
        long addressesSeen,
        @Nullable Instant addressDue,
        Map<String, Integer> groups,
        boolean needs) {

    /** Nothing is promised. */
    public static final Commitments NONE = new Commitments(Map.of(), 0, null, Map.of(), false);

    /** Copies the maps. */
    public Commitments {
        reserved = Map.copyOf(reserved);
        groups = Map.copyOf(groups);
    }

    /** With seats reserved for a number until then, or for longer or shorter than before. */
    public Commitments reserve(long number, Instant until) {
        Map<Long, Instant> next = new TreeMap<>(reserved);
        next.put(number, until);
        return new Commitments(next, addressesSeen, addressDue, groups, needs);
    }

    /** Without what was reserved for a number, if anything was. */
    public Commitments release(long number) {
        if (!reserved.containsKey(number)) {
            return this;
        }
        Map<Long, Instant> next = new TreeMap<>(reserved);
        next.remove(number);
        return new Commitments(next, addressesSeen, addressDue, groups, needs);
    }

    /** Numbers whose time is over, the least first. */
    public List<Long> lapsed(Instant now) {
        return reserved.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** With addresses seen up to this number, the next one being due then. */
    public Commitments addresses(long seen, @Nullable Instant due) {
        return new Commitments(reserved, seen, due, groups, needs);
    }

    /** With so many more, or fewer, in a group. */
    public Commitments group(@Nullable String group, int people) {
        if (group == null || people == 0) {
            return this;
        }
        Map<String, Integer> next = new TreeMap<>(groups);
        int now = next.merge(group, people, Integer::sum);
        if (now <= 0) {
            next.remove(group);
        }
        return new Commitments(reserved, addressesSeen, addressDue, next, needs);
    }

    /** With needs kept, or erased. */
    public Commitments needs(boolean kept) {
        return kept == needs
                ? this
                : new Commitments(reserved, addressesSeen, addressDue, groups, kept);
    }

    /** How many are in a group. */
    public int inGroup(String group) {
        return groups.getOrDefault(group, 0);
    }

    /** When something here is due next. */
    public Optional<Instant> nextDue() {
        return Stream.concat(reserved.values().stream(), Stream.ofNullable(addressDue))
                .min(Instant::compareTo);
    }
}
