package fi.kumppani.events.notice;

import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.registration.Registrations;

import java.util.List;

/** What tells those who registered, wired by hand. */
public final class NoticeUseCases {

    private NoticeUseCases() {}

    /** All that is told of itself. */
    public static List<DueWork> over(Registrations registrations) {
        return List.of(new TellWhatHappened(registrations), new RemindThoseWhoCome(registrations));
    }
}
