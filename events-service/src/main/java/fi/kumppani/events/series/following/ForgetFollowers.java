package fi.kumppani.events.series.following;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventQuestion;
import fi.kumppani.events.event.FindEvents;
import fi.kumppani.events.registration.Fingerprints;
import fi.kumppani.events.timing.Chore;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.tenancy.Tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Instant;
import java.util.List;

/**
 * Forgets those who follow a series, a set time after its last event, or after they joined when
 * nothing was held since (GDPR, Article 5(1)(e)). That it was done is a line of the series'
 * journal. A crash in between costs nothing: who is gone already is passed over.
 */
@Service
public class ForgetFollowers implements Chore {

    private static final int A_STEP = 32;
    private static final int PAGE = 100;
    private static final int MOST_EVENTS = 1000;

    private final Followers followers;
    private final FindEvents findEvents;
    private final Fingerprints fingerprints;
    private final FollowerRetention retention;

    ForgetFollowers(
            Followers followers,
            FindEvents findEvents,
            Fingerprints fingerprints,
            FollowerRetention retention) {
        this.followers = followers;
        this.findEvents = findEvents;
        this.fingerprints = fingerprints;
        this.retention = retention;
    }

    @Override
    public void carryOut(Instant now) {
        String after = "";
        List<Located> found;
        do {
            found = followers.toLookThrough(now, after, PAGE);
            for (Located series : found) {
                Tenancy.runIn(series.municipality(), () -> lookThrough(series.id(), now));
                after = series.id();
            }
        } while (found.size() == PAGE);
    }

    /** Forgets those whose time is over; who joined first is first. */
    private void lookThrough(String series, Instant now) {
        @Nullable Instant held = lastHeld(series);
        FollowedSeries before = followers.of(series);
        long gone = before.gone();
        @Nullable Instant next = null;
        while (gone < before.last() && next == null) {
            List<Follower> some = followers.list(series, gone, A_STEP);
            for (Follower follower : some) {
                if (follower instanceof Follower.Following following) {
                    Instant until = until(following, held);
                    if (now.isBefore(until)) {
                        next = until;
                        break;
                    }
                    forget(following);
                }
                gone = follower.id().number();
            }
            if (some.isEmpty()) {
                break;
            }
        }
        finish(series, before, gone, next);
    }

    private @Nullable Instant lastHeld(String series) {
        return findEvents.own(EventQuestion.ofSeries(series), MOST_EVENTS).stream()
                .map(FindEvents.Found::event)
                .filter(Event.Published.class::isInstance)
                .map(event -> event.details().schedule().endsAt())
                .max(Instant::compareTo)
                .orElse(null);
    }

    private Instant until(Follower.Following follower, @Nullable Instant held) {
        Instant since =
                held == null || held.isBefore(follower.joinedAt()) ? follower.joinedAt() : held;
        return since.plus(retention.kept());
    }

    private void forget(Follower.Following follower) {
        FollowerId id = follower.id();
        followers.eraseTraces(
                follower, fingerprints.inSeries(id.series(), follower.person().email()));
        var _ =
                followers.decide(
                        id.series(),
                        desk -> {
                            desk.keep(new Follower.Gone(id));
                            return true;
                        });
    }

    private void finish(String series, FollowedSeries before, long gone, @Nullable Instant next) {
        var _ =
                followers.decide(
                        series,
                        desk -> {
                            FollowedSeries now = desk.series();
                            boolean joined = now.last() > before.last();
                            desk.keep(
                                    now.looked(gone, joined && next == null ? now.lookAt() : next));
                            if (gone > before.gone()) {
                                desk.log(
                                        new FollowerLine(
                                                FollowerLine.Kind.FORGOTTEN,
                                                null,
                                                Actor.SYSTEM,
                                                "followers %d to %d"
                                                        .formatted(before.gone() + 1, gone)));
                            }
                            return true;
                        });
    }
}
