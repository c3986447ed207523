package fi.kumppani.events.series.following;

import fi.kumppani.events.registration.Fingerprint;
import fi.kumppani.kit.store.Located;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Those who follow the series of the current municipality. */
public interface Followers {

    /** A series as far as it is followed. */
    FollowedSeries of(String series);

    /** The follower with this id, gone or not. */
    Optional<Follower> find(FollowerId id);

    /** The follower as whom a mailbox joined last. */
    Optional<Follower> ofMailbox(String series, Fingerprint mailbox);

    /**
     * The followers of a series in the order in which they joined, those that are gone too.
     *
     * @param after only numbers greater than this; 0 for the beginning
     * @param limit the most to give
     */
    List<Follower> list(String series, long after, int limit);

    /**
     * Has something decided about those who follow a series that is there, in order with everything
     * else about them. Nothing is answered before it is kept.
     *
     * @param decide asked perhaps several times, each time on what is true then
     */
    <R> R decide(String series, Function<FollowerDesk, R> decide);

    /**
     * Erases what leads from a mailbox, and from what it asked, to one who followed; said again, it
     * changes nothing.
     */
    void eraseTraces(Follower.Following follower, Fingerprint mailbox);

    /**
     * What happened to those who follow a series; oldest first.
     *
     * @param after only lines behind this position; empty for the beginning
     * @param limit the most to give, at least 1
     */
    List<KeptFollowerLine> journal(String series, String after, int limit);

    /**
     * Where series are that are to be looked through by a moment, in all municipalities.
     *
     * @param after only ids greater than this; empty for the beginning
     * @param limit the most to give
     */
    List<Located> toLookThrough(Instant moment, String after, int limit);
}
