package fi.kumppani.events.series.following;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.registration.Refusal;
import fi.kumppani.events.registration.RegisterForEvent;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.events.registration.SeatDesk;
import fi.kumppani.events.series.following.FollowedSeries.Round;
import fi.kumppani.kit.store.Creation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Registers those who follow a series for an event of it, once registration opens, in the order in
 * which they joined. Each registers as everybody does, under a key made of their number, so a round
 * that broke off goes on and registers nobody twice. How far it has come stands with the series,
 * that it is done with the event.
 */
@Service
public class RegisterFollowers implements DueWork {

    private static final String KEY = "events.series.follower:";
    private static final int A_STEP = 16;
    private static final Set<Refusal> MOVED =
            EnumSet.of(
                    Refusal.EVENT_POSTPONED,
                    Refusal.EVENT_CANCELLED,
                    Refusal.NOT_HERE,
                    Refusal.NOT_OPEN_YET);

    private final Events events;
    private final Registrations registrations;
    private final Followers followers;
    private final RegisterForEvent registerForEvent;

    RegisterFollowers(
            Events events,
            Registrations registrations,
            Followers followers,
            RegisterForEvent registerForEvent) {
        this.events = events;
        this.registrations = registrations;
        this.followers = followers;
        this.registerForEvent = registerForEvent;
    }

    @Override
    public @Nullable Instant dueAt(Event event) {
        Belonging belonging = event.details().particulars().belonging();
        Standing standing = event.standing();
        boolean owed =
                event instanceof Event.Published
                        && !event.imported()
                        && standing.phase() == Standing.Phase.COMING
                        && event.details().particulars().enrolment().isHere()
                        && belonging.partOf() == null
                        && belonging.series() != null
                        && !belonging.series().equals(standing.followedIn());
        if (!owed) {
            return null;
        }
        Instant opensAt = event.rules().opensAt();
        return opensAt == null ? Instant.EPOCH : opensAt;
    }

    @Override
    public void carryOut(EventId id, Instant now) {
        Event event = events.find(id).filter(found -> isDue(found, now)).orElse(null);
        if (!(event instanceof Event.Published published)) {
            return;
        }
        String series = published.details().particulars().belonging().series();
        if (series == null) {
            return;
        }
        Instant endsAt = published.details().schedule().endsAt();
        Round round = followers.decide(series, desk -> begin(desk, id, endsAt, now));
        while (!round.isDone() && published.takesRegistrations(now)) {
            Optional<Round> next = step(series, id, round);
            if (next.isEmpty()) {
                return;
            }
            round = next.get();
        }
        Round last = round;
        var _ = registrations.decide(id, desk -> finish(desk, series, last));
    }

    /** Who joins from now on registers by themselves: their number is greater. */
    private static Round begin(FollowerDesk desk, EventId event, Instant endsAt, Instant now) {
        Optional<Round> begun = desk.series().round(event);
        if (begun.isPresent()) {
            return begun.get();
        }
        FollowedSeries next = desk.series().beginning(event, endsAt, now);
        desk.keep(next);
        desk.log(
                new FollowerLine(FollowerLine.Kind.REGISTERING, null, Actor.SYSTEM, event.value()));
        return next.round(event).orElseThrow();
    }

    /** Empty when the event takes nobody any more as it stands: what moves it, makes it due. */
    private Optional<Round> step(String series, EventId event, Round round) {
        int limit = (int) Math.min(A_STEP, round.upTo() - round.done());
        List<Follower> next = followers.list(series, round.done(), limit);
        int registered = 0;
        for (Follower follower : next) {
            if (follower instanceof Follower.Following following) {
                switch (register(event, following)) {
                    case RegisterForEvent.Outcome.Registered _ -> registered++;
                    case RegisterForEvent.Outcome.Refused(var reason)
                            when MOVED.contains(reason) -> {
                        return Optional.empty();
                    }
                    case RegisterForEvent.Outcome _ -> {}
                }
            }
        }
        long to = round.done() + limit;
        int more = registered;
        return Optional.of(
                followers.decide(
                        series,
                        desk -> {
                            Round done = desk.series().round(event).orElse(round).done(to, more);
                            desk.keep(desk.series().with(event, done));
                            return done;
                        }));
    }

    /** What came of it; the same when it was registered before a crash. */
    private RegisterForEvent.Outcome register(EventId event, Follower.Following follower) {
        String key = KEY + follower.id();
        return registerForEvent
                .registerFollower(
                        event,
                        follower.person(),
                        follower.association(),
                        follower.addressConfirmedAt(),
                        new Creation(key, key))
                .orElseThrow(() -> new IllegalStateException("Lost " + event));
    }

    private boolean finish(SeatDesk desk, String series, Round round) {
        Event event = desk.event();
        boolean owed =
                dueAt(event) != null
                        && series.equals(event.details().particulars().belonging().series());
        if (owed) {
            desk.stand(event.standing().followed(series));
            if (round.upTo() > 0) {
                desk.log(
                        JournalEntry.of(
                                JournalEntry.Kind.FOLLOWERS_REGISTERED,
                                Actor.SYSTEM,
                                round.registered()
                                        + " of the followers 1 to "
                                        + round.upTo()
                                        + " of the series"));
            }
        }
        return owed;
    }
}
