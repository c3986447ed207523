package fi.kumppani.events.series.following;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.registration.Fingerprint;
import fi.kumppani.events.registration.Fingerprints;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What somebody who follows a series can do about it. */
@Service
public class ManageFollowing {

    private final Followers followers;
    private final Fingerprints fingerprints;
    private final Clock clock;

    ManageFollowing(Followers followers, Fingerprints fingerprints, Clock clock) {
        this.followers = followers;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    /**
     * Leaves the series: nothing is known of them any more, and they are registered for nothing
     * that comes. What they are registered for stays. Said again, they stay gone.
     *
     * @return empty when there is no such follower
     */
    public Optional<Follower.Gone> leave(FollowerId id) {
        Optional<Follower> found = followers.find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get() instanceof Follower.Following following) {
            // First: should it break off, the link that leads here again still holds.
            followers.eraseTraces(following, mailbox(following));
        }
        return followers.decide(
                id.series(), desk -> desk.follower(id.number()).map(each -> leave(desk, each)));
    }

    private static Follower.Gone leave(FollowerDesk desk, Follower follower) {
        return switch (follower) {
            case Follower.Gone gone -> gone;
            case Follower.Following following -> {
                var gone = new Follower.Gone(following.id());
                desk.keep(gone);
                desk.log(
                        new FollowerLine(
                                FollowerLine.Kind.LEFT,
                                gone.id().number(),
                                Actor.REGISTRANT,
                                null));
                yield gone;
            }
        };
    }

    /**
     * Confirms the address, which whoever holds the link has read mail at: where an event wants
     * addresses confirmed, theirs is from then on.
     *
     * @return empty when they do not follow it
     */
    public Optional<Follower.Following> confirmAddress(FollowerId id) {
        return followers.decide(
                id.series(),
                desk ->
                        desk.follower(id.number())
                                .filter(Follower.Following.class::isInstance)
                                .map(each -> confirm(desk, (Follower.Following) each)));
    }

    private Follower.Following confirm(FollowerDesk desk, Follower.Following following) {
        if (following.addressConfirmedAt() != null) {
            return following;
        }
        Follower.Following confirmed =
                following.confirmed(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        desk.keep(confirmed);
        desk.log(
                new FollowerLine(
                        FollowerLine.Kind.ADDRESS_CONFIRMED,
                        confirmed.id().number(),
                        Actor.REGISTRANT,
                        null));
        return confirmed;
    }

    private Fingerprint mailbox(Follower.Following following) {
        return fingerprints.inSeries(following.id().series(), following.person().email());
    }
}
