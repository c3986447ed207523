package fi.kumppani.events.notice;

import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Notices;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.events.registration.SeatDesk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Instant;

/**
 * Sends those who came the way to the memo of their event, once: when it has been published, and
 * the event is over, so that it is known who came.
 */
@Service
public class SendMemo implements DueWork {

    private final Registrations registrations;
    private final TellThoseWhoCame tell;

    SendMemo(Registrations registrations, TellThoseWhoCame tell) {
        this.registrations = registrations;
        this.tell = tell;
    }

    /** Owes the published memo of an event to those who came; said again, it changes nothing. */
    public void owe(EventId id) {
        var _ = registrations.decide(id, SendMemo::owe);
    }

    private static boolean owe(SeatDesk desk) {
        Event event = desk.event();
        Notices notices = event.standing().notices();
        boolean owes = TellThoseWhoCame.isHeld(event) && notices.round(NoticeKind.MEMO).isEmpty();
        if (owes) {
            Notices.Round round = new Notices.Round(event.seating().last(), 0);
            desk.stand(event.standing().owing(notices.with(NoticeKind.MEMO, round)));
        }
        return owes;
    }

    @Override
    public @Nullable Instant dueAt(Event event) {
        boolean owed =
                TellThoseWhoCame.isHeld(event)
                        && event.standing()
                                .notices()
                                .round(NoticeKind.MEMO)
                                .filter(round -> !round.isDone())
                                .isPresent();
        return owed ? event.details().schedule().endsAt() : null;
    }

    @Override
    public void carryOut(EventId id, Instant now) {
        tell.all(NoticeKind.MEMO, id, event -> isDue(event, now));
    }
}
