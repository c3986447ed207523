package fi.kumppani.events.series.following;

import fi.kumppani.events.registration.Fingerprint;

import java.util.Optional;

/**
 * Where one decision about those who follow a series is made: what is true now, and what is to be
 * true after it. All of it is kept at once or not at all.
 */
public interface FollowerDesk {

    /** The series as it stands now. */
    FollowedSeries series();

    /** A follower as they stand now. */
    Optional<Follower> follower(long number);

    /** The number a mailbox joined under last. */
    Optional<Long> claimOf(Fingerprint mailbox);

    /** The content hash of an earlier request with this key. */
    Optional<String> askedBefore(String requestKey);

    /** Keeps the series. */
    void keep(FollowedSeries series);

    /** Keeps a follower. */
    void keep(Follower follower);

    /** Keeps a follower, who is to be told what they follow. */
    void keepAndTell(Follower.Following follower);

    /** Remembers which number a mailbox joined under. */
    void claim(Fingerprint mailbox, long number);

    /** Remembers what a request asked. */
    void remember(String requestKey, String contentHash);

    /** Writes a line down. */
    void log(FollowerLine line);
}
