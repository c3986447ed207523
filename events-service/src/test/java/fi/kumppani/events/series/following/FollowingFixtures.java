package fi.kumppani.events.series.following;

import fi.kumppani.events.event.Events;
import fi.kumppani.events.registration.Fingerprint;
import fi.kumppani.events.registration.Fingerprints;
import fi.kumppani.events.registration.RegistrationFixtures;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.events.registration.UseCases;
import fi.kumppani.kit.store.Creation;

import java.time.Clock;
import java.time.Duration;

/** Those who follow a series, in tests. */
public final class FollowingFixtures {

    public static final String SERIES = "019a5f0e-7c00-7000-8000-00000000005e";

    static final FollowerRetention RETENTION = new FollowerRetention(Duration.ofDays(400));
    static final Fingerprints PRINTS =
            (event, email) -> new Fingerprint(event + "/" + email.mailbox());

    private FollowingFixtures() {}

    /** Somebody, told apart by a word, follows the series. */
    public static void join(Followers followers, String word, Clock clock) {
        var _ =
                joining(followers, clock)
                        .join(
                                SERIES,
                                RegistrationFixtures.person(word),
                                null,
                                new Creation("join-" + word, "hash-" + word));
    }

    static JoinSeries joining(Followers followers, Clock clock) {
        return new JoinSeries(followers, PRINTS, RETENTION, clock);
    }

    /** Somebody leaves. */
    public static void leave(Followers followers, long number, Clock clock) {
        var _ = new ManageFollowing(followers, PRINTS, clock).leave(new FollowerId(SERIES, number));
    }

    /** The use case that registers them. */
    public static RegisterFollowers registering(
            Events events, Registrations registrations, Followers followers, Clock clock) {
        return new RegisterFollowers(
                events,
                registrations,
                followers,
                UseCases.over(events, registrations, clock).register());
    }
}
