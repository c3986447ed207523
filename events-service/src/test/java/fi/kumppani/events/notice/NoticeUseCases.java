package fi.kumppani.events.notice;

import fi.kumppani.events.door.LateArrivals;
import fi.kumppani.events.door.NotedDoors;
import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.registration.Registrations;

import java.time.Clock;
import java.util.List;

/** What tells those who registered, wired by hand. */
public final class NoticeUseCases {

    private NoticeUseCases() {}

    /** All that is told of itself. */
    public static List<DueWork> over(Registrations registrations) {
        return List.of(new TellWhatHappened(registrations), new RemindThoseWhoCome(registrations));
    }

    /** What is told to those who came. */
    public static SendMemo sendMemo(Events events, Registrations registrations, NotedDoors doors) {
        return new SendMemo(registrations, afterwards(events, registrations, doors));
    }

    /** Those who came are asked how it was. */
    public static AskForFeedback askForFeedback(
            Events events, Registrations registrations, NotedDoors doors) {
        return new AskForFeedback(registrations, afterwards(events, registrations, doors));
    }

    /** Those whose arrival is noted late are told what the others were. */
    public static LateArrivals lateArrivals(
            Registrations registrations, NotedDoors doors, Clock clock) {
        return new TellLateArrivals(registrations, doors.whoCame(), clock);
    }

    private static TellThoseWhoCame afterwards(
            Events events, Registrations registrations, NotedDoors doors) {
        return new TellThoseWhoCame(events, registrations, doors.whoCame());
    }
}
