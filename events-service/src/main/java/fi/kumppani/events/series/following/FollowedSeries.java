package fi.kumppani.events.series.following;

import fi.kumppani.events.event.EventId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A series as far as it is followed.
 *
 * @param last the last number that was given to a follower; 0 for none
 * @param rounds how far followers have been registered for events that are not over
 * @param gone all numbers up to this one are known to be gone
 * @param lookAt when to look next whether followers are to be forgotten; null for no followers
 */
public record FollowedSeries(
        long last, Map<EventId, Round> rounds, long gone, @Nullable Instant lookAt) {

    /** Nobody follows it. */
    public static final FollowedSeries NONE = new FollowedSeries(0, Map.of(), 0, null);

    /** Copies the rounds. */
    public FollowedSeries {
        rounds = Map.copyOf(rounds);
    }

    /**
     * How far followers have been registered for an event.
     *
     * @param upTo the last number that had been given when the round began
     * @param done all numbers up to this one have been looked at
     * @param registered how many of them are registered
     * @param endsAt when the event ended, as it was announced then
     */
    public record Round(long upTo, long done, int registered, Instant endsAt) {

        /** Whether nobody is left. */
        boolean isDone() {
            return done >= upTo;
        }

        /** Done up to this number, of whom so many more are registered; never less than before. */
        Round done(long number, int more) {
            return number <= done ? this : new Round(upTo, number, registered + more, endsAt);
        }
    }

    /** The round of an event; empty when it has not begun. */
    Optional<Round> round(EventId event) {
        return Optional.ofNullable(rounds.get(event));
    }

    /** One more follows it. */
    FollowedSeries joined(Instant lookAtTheLatest) {
        return new FollowedSeries(
                last + 1,
                rounds,
                gone,
                lookAt != null && lookAt.isBefore(lookAtTheLatest) ? lookAt : lookAtTheLatest);
    }

    /** With a round of an event that ends then; those of events that are over are let go. */
    FollowedSeries beginning(EventId event, Instant endsAt, Instant now) {
        Map<EventId, Round> next =
                rounds.entrySet().stream()
                        .filter(each -> each.getValue().endsAt().isAfter(now))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        next.put(event, new Round(last, 0, 0, endsAt));
        return new FollowedSeries(last, next, gone, lookAt);
    }

    /** With a round that has got on. */
    FollowedSeries with(EventId event, Round round) {
        Map<EventId, Round> next = new HashMap<>(rounds);
        next.put(event, round);
        return new FollowedSeries(last, next, gone, lookAt);
    }

    /** Looked through up to this number. */
    FollowedSeries looked(long goneUpTo, @Nullable Instant next) {
        return new FollowedSeries(last, rounds, goneUpTo, next);
    }
}
