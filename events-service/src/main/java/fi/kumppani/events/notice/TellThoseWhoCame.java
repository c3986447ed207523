package fi.kumppani.events.notice;

import fi.kumppani.events.door.WhoCame;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Notices;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.events.registration.SeatDesk;

import org.springframework.stereotype.Service;

import java.util.Optional;
import java.util.function.Predicate;

/** Tells those who came what comes after an event, as far as it is owed to them. */
@Service
class TellThoseWhoCame {

    private final Events events;
    private final Registrations registrations;
    private final WhoCame whoCame;

    TellThoseWhoCame(Events events, Registrations registrations, WhoCame whoCame) {
        this.events = events;
        this.registrations = registrations;
        this.whoCame = whoCame;
    }

    /** Whether it was held, or will be, so that people come to it whom one may write to. */
    static boolean isHeld(Event event) {
        return event instanceof Event.Published
                && !event.imported()
                && event.standing().phase() != Standing.Phase.POSTPONED;
    }

    /**
     * Tells all that are left.
     *
     * @param isDue whether it is to be told, as the event stands
     */
    void all(NoticeKind kind, EventId id, Predicate<Event> isDue) {
        boolean more = true;
        while (more) {
            Optional<Notices.Round> round =
                    events.find(id)
                            .filter(isDue)
                            .flatMap(event -> event.standing().notices().round(kind))
                            .filter(left -> !left.isDone());
            round.ifPresent(left -> some(kind, id, left, isDue));
            more = round.isPresent();
        }
    }

    private void some(NoticeKind kind, EventId id, Notices.Round round, Predicate<Event> isDue) {
        WhoCame.Came came = whoCame.among(id, Telling.next(round.told(), round.upTo()));
        var _ = registrations.decide(id, desk -> some(desk, kind, round, came, isDue));
    }

    /** Whether they were told by this; another instance may have done it meanwhile. */
    private static boolean some(
            SeatDesk desk,
            NoticeKind kind,
            Notices.Round round,
            WhoCame.Came came,
            Predicate<Event> isDue) {
        Event event = desk.event();
        Notices notices = event.standing().notices();
        if (!isDue.test(event) || !notices.round(kind).equals(Optional.of(round))) {
            return false;
        }
        long told =
                new Telling(kind, event.revision(), came::has)
                        .step(desk, round.told(), round.upTo());
        desk.stand(event.standing().owing(notices.with(kind, round.told(told))));
        return true;
    }
}
