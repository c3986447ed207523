package fi.kumppani.events.notice;

import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Notices;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.events.registration.SeatDesk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Instant;

/**
 * Reminds those who have a seat, once for each start, some time before it. Who registered after
 * that time, or heard then of a new start, needs no reminder; nobody is reminded of what has begun.
 */
@Service
public class RemindThoseWhoCome implements DueWork {

    private final Registrations registrations;

    RemindThoseWhoCome(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public @Nullable Instant dueAt(Event event) {
        if (!(event instanceof Event.Published published)
                || published.imported()
                || published.standing().phase() != Standing.Phase.COMING) {
            return null;
        }
        Instant start = event.details().schedule().startsAt();
        Notices.Reminder reminder = event.standing().notices().reminder();
        return reminder != null && reminder.startsAt().equals(start) && reminder.isDone()
                ? null
                : event.rules().remindsAt(start).orElse(null);
    }

    @Override
    public void carryOut(EventId id, Instant now) {
        boolean more = true;
        while (more) {
            more = registrations.decide(id, desk -> step(desk, now)).orElse(false);
        }
    }

    /** Whether there are more to remind. */
    private boolean step(SeatDesk desk, Instant now) {
        Event event = desk.event();
        Instant due = dueAt(event);
        if (due == null || now.isBefore(due)) {
            return false;
        }
        Notices notices = event.standing().notices();
        Notices.Reminder reminder = begun(event, notices);
        boolean tooLate = event.details().schedule().hasStarted(now);
        long told =
                tooLate
                        ? reminder.upTo()
                        : new Telling(
                                        NoticeKind.REMINDER,
                                        event.revision(),
                                        live -> isMeant(live, due))
                                .step(desk, reminder.told(), reminder.upTo());
        Notices.Reminder next = new Notices.Reminder(reminder.startsAt(), reminder.upTo(), told);
        desk.stand(event.standing().owing(notices.reminded(next)));
        return !next.isDone();
    }

    private static Notices.Reminder begun(Event event, Notices notices) {
        Instant start = event.details().schedule().startsAt();
        Notices.Reminder reminder = notices.reminder();
        return reminder != null && reminder.startsAt().equals(start)
                ? reminder
                : new Notices.Reminder(start, event.seating().last(), 0);
    }

    private static boolean isMeant(Registration.Live live, Instant due) {
        return live instanceof Registration.Confirmed
                && !live.particulars().registeredAt().isAfter(due);
    }
}
