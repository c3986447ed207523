package fi.kumppani.events.series.following;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.Fingerprint;
import fi.kumppani.events.registration.Fingerprints;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.SeriesFollowers;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.EmailAddress;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Somebody begins to follow a series: in order of arrival they get the next number. A mailbox
 * follows a series once; who asks again is told again, but not so often that it could be used to
 * pester somebody, and is answered alike.
 */
@Service
class JoinSeries implements SeriesFollowers {

    private static final Duration BETWEEN_MAILS = Duration.ofHours(1);

    private final Followers followers;
    private final Fingerprints fingerprints;
    private final FollowerRetention retention;
    private final Clock clock;

    JoinSeries(
            Followers followers,
            Fingerprints fingerprints,
            FollowerRetention retention,
            Clock clock) {
        this.followers = followers;
        this.fingerprints = fingerprints;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public Joining join(
            String series,
            Registrant.Person person,
            @Nullable String associationId,
            Creation request) {
        Fingerprint mailbox = fingerprints.inSeries(series, person.email());
        return followers.decide(
                series, desk -> join(desk, series, person, associationId, mailbox, request));
    }

    private Joining join(
            FollowerDesk desk,
            String series,
            Registrant.Person person,
            @Nullable String associationId,
            Fingerprint mailbox,
            Creation request) {
        Optional<String> asked = desk.askedBefore(request.key());
        if (asked.isPresent()) {
            return asked.get().equals(request.contentHash())
                    ? joined(desk)
                    : new Joining.KeyReused();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Follower.Following> known =
                desk.claimOf(mailbox)
                        .flatMap(desk::follower)
                        .filter(Follower.Following.class::isInstance)
                        .map(Follower.Following.class::cast);
        if (known.isPresent()) {
            tellAgain(desk, known.get(), now);
            return joined(desk);
        }
        FollowedSeries next = desk.series().joined(now.plus(retention.kept()));
        var id = new FollowerId(series, next.last());
        desk.keep(next);
        desk.keepAndTell(
                new Follower.Following(id, person, associationId, now, null, now, request.key()));
        desk.claim(mailbox, id.number());
        desk.remember(request.key(), request.contentHash());
        log(desk, FollowerLine.Kind.JOINED, id);
        return joined(desk);
    }

    private static Joining joined(FollowerDesk desk) {
        List<EventId> before = List.copyOf(desk.series().rounds().keySet());
        return new Joining.Joined(before);
    }

    private static void tellAgain(FollowerDesk desk, Follower.Following known, Instant now) {
        if (now.isBefore(known.mailedAt().plus(BETWEEN_MAILS))) {
            return;
        }
        desk.keepAndTell(known.mailed(now));
        log(desk, FollowerLine.Kind.ASKED_AGAIN, known.id());
    }

    private static void log(FollowerDesk desk, FollowerLine.Kind kind, FollowerId id) {
        desk.log(new FollowerLine(kind, id.number(), Actor.REGISTRANT, null));
    }

    @Override
    public Optional<Instant> since(String series, EmailAddress email) {
        return followers
                .ofMailbox(series, fingerprints.inSeries(series, email))
                .filter(Follower.Following.class::isInstance)
                .map(Follower.Following.class::cast)
                .map(Follower.Following::joinedAt);
    }
}
