package fi.kumppani.events.notice;

import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Notices;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.events.registration.SeatDesk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Instant;

/**
 * Tells everybody who has registered, with a seat or without, that their event is held otherwise
 * than they know, is postponed or is cancelled. Those who register after that know it.
 */
@Service
public class TellWhatHappened implements DueWork {

    private final Registrations registrations;

    TellWhatHappened(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public @Nullable Instant dueAt(Event event) {
        Notices.News news = event.standing().notices().news();
        return news == null ? null : news.notBefore();
    }

    @Override
    public void carryOut(EventId id, Instant now) {
        boolean more = true;
        while (more) {
            more = registrations.decide(id, desk -> step(desk, now)).orElse(false);
        }
    }

    /** Whether there is more to tell. */
    private static boolean step(SeatDesk desk, Instant now) {
        Event event = desk.event();
        Notices notices = event.standing().notices();
        Notices.News news = notices.news();
        if (news == null || now.isBefore(news.notBefore())) {
            return false;
        }
        boolean tooLate =
                news.kind() != NoticeKind.CANCELLED && event.details().schedule().isOver(now);
        long told =
                tooLate
                        ? news.upTo()
                        : new Telling(news.kind(), news.revision(), live -> isMeant(live, news))
                                .step(desk, news.told(), news.upTo());
        desk.stand(event.standing().owing(notices.told(told)));
        return told < news.upTo();
    }

    /** Nobody knows who holds seats for a form, and who sent it since has seen how things are. */
    private static boolean isMeant(Registration.Live live, Notices.News news) {
        return !(live instanceof Registration.Held)
                && !live.particulars().registeredAt().isAfter(news.since());
    }
}
