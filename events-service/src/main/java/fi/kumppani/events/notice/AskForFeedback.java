package fi.kumppani.events.notice;

import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Notices;
import fi.kumppani.events.registration.RegistrationLinks;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.events.registration.SeatDesk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Duration;
import java.time.Instant;

/**
 * Asks those who came how it was, once, as long after the event as its organiser wants; nobody when
 * their link would open nothing any more.
 */
@Service
public class AskForFeedback implements DueWork {

    private final Registrations registrations;
    private final TellThoseWhoCame tell;

    AskForFeedback(Registrations registrations, TellThoseWhoCame tell) {
        this.registrations = registrations;
        this.tell = tell;
    }

    @Override
    public @Nullable Instant dueAt(Event event) {
        Notices notices = event.standing().notices();
        Duration after = notices.asksAfter();
        boolean asked =
                notices.round(NoticeKind.FEEDBACK).filter(Notices.Round::isDone).isPresent();
        return after == null || asked || !TellThoseWhoCame.isHeld(event)
                ? null
                : event.details().schedule().endsAt().plus(after);
    }

    @Override
    public void carryOut(EventId id, Instant now) {
        var _ = registrations.decide(id, desk -> begin(desk, now));
        tell.all(NoticeKind.FEEDBACK, id, event -> isDue(event, now));
    }

    private boolean begin(SeatDesk desk, Instant now) {
        Event event = desk.event();
        Notices notices = event.standing().notices();
        boolean begins = isDue(event, now) && notices.round(NoticeKind.FEEDBACK).isEmpty();
        if (begins) {
            long last = event.seating().last();
            boolean tooLate = !now.isBefore(RegistrationLinks.expireAt(event));
            Notices.Round round = new Notices.Round(last, tooLate ? last : 0);
            desk.stand(event.standing().owing(notices.with(NoticeKind.FEEDBACK, round)));
        }
        return begins;
    }
}
