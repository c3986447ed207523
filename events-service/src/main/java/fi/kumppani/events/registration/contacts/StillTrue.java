package fi.kumppani.events.registration.contacts;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationStatus;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * Whether a notice still says what is true when its mail is sent. Where it does not, a later notice
 * is on its way to the same people and says what is; so the earlier one is not sent at all.
 */
final class StillTrue {

    private StillTrue() {}

    /**
     * Whether a mail of this kind is to be sent.
     *
     * @param kind any kind; those that are no notices always are
     */
    static boolean of(String kind, RegistrationStatus status, Instant now) {
        return Stream.of(NoticeKind.values())
                .filter(notice -> notice.code().equals(kind))
                .allMatch(notice -> of(notice, status, now));
    }

    private static boolean of(NoticeKind notice, RegistrationStatus status, Instant now) {
        Event event = status.event();
        boolean live = status.registration() instanceof Registration.Live;
        return switch (notice) {
            case CANCELLED -> live && event instanceof Event.Cancelled;
            case POSTPONED -> live && isIn(Standing.Phase.POSTPONED, event);
            case CHANGED ->
                    live
                            && isIn(Standing.Phase.COMING, event)
                            && !event.details().schedule().isOver(now);
            case REMINDER ->
                    status.registration() instanceof Registration.Confirmed
                            && isIn(Standing.Phase.COMING, event)
                            && isTimeToRemind(event, now);
            case MEMO, FEEDBACK -> live;
        };
    }

    private static boolean isIn(Standing.Phase phase, Event event) {
        return event instanceof Event.Published && event.standing().phase() == phase;
    }

    private static boolean isTimeToRemind(Event event, Instant now) {
        Instant start = event.details().schedule().startsAt();
        return now.isBefore(start)
                && event.rules().remindsAt(start).filter(at -> !at.isAfter(now)).isPresent();
    }
}
