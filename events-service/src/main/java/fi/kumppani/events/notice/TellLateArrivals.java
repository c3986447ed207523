package fi.kumppani.events.notice;

import fi.kumppani.events.door.LateArrivals;
import fi.kumppani.events.door.WhoCame;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Notices;
import fi.kumppani.events.registration.RegistrationLinks;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.events.registration.SeatDesk;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

/**
 * Tells those who came what the others were told after the event, when a phone delivers its notes
 * late: each of them once, whoever was told by the round before. The phone sends its notes until
 * they are answered, so what broke off is done then.
 */
@Service
class TellLateArrivals implements LateArrivals {

    private static final List<NoticeKind> AFTER_THE_EVENT =
            List.of(NoticeKind.MEMO, NoticeKind.FEEDBACK);

    private final Registrations registrations;
    private final WhoCame whoCame;
    private final Clock clock;

    TellLateArrivals(Registrations registrations, WhoCame whoCame, Clock clock) {
        this.registrations = registrations;
        this.whoCame = whoCame;
        this.clock = clock;
    }

    @Override
    public void noted(EventId event, Collection<Long> numbers) {
        if (!numbers.isEmpty()) {
            WhoCame.Came came = whoCame.among(event, numbers);
            List<Long> late = numbers.stream().distinct().sorted().toList();
            var _ = registrations.decide(event, desk -> tell(desk, late, came));
        }
    }

    private boolean tell(SeatDesk desk, List<Long> numbers, WhoCame.Came came) {
        boolean any = false;
        for (NoticeKind kind : AFTER_THE_EVENT) {
            if (hasBegun(desk.event(), kind)) {
                any |= tell(desk, kind, numbers, came);
            }
        }
        return any;
    }

    /** Whether others are being told, or have been, by mails that still lead somewhere. */
    private boolean hasBegun(Event event, NoticeKind kind) {
        return TellThoseWhoCame.isHeld(event)
                && clock.instant().isBefore(RegistrationLinks.expireAt(event))
                && event.standing().notices().round(kind).filter(Notices.Round::noted).isPresent();
    }

    private static boolean tell(
            SeatDesk desk, NoticeKind kind, List<Long> numbers, WhoCame.Came came) {
        int owed = new Telling(kind, desk.event().revision(), came::has).tell(desk, numbers);
        if (owed > 0) {
            desk.log(
                    JournalEntry.of(
                            JournalEntry.Kind.TOLD,
                            Actor.SYSTEM,
                            "%s to %d noted late".formatted(kind.code(), owed)));
        }
        return owed > 0;
    }
}
