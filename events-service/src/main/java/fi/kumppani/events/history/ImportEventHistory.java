package fi.kumppani.events.history;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.events.registration.ImportRegistrations;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Takes past events over. Messages tell that they are imported, so nobody is mailed. An event told
 * again stays as it is, but what broke off the first time is brought to its end.
 */
@Service
public class ImportEventHistory {

    private static final String IMPORT = "events.import:";

    private final Events events;
    private final ImportRegistrations importRegistrations;
    private final Ids ids;
    private final Clock clock;

    ImportEventHistory(
            Events events, ImportRegistrations importRegistrations, Ids ids, Clock clock) {
        this.events = events;
        this.importRegistrations = importRegistrations;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes one event over. */
    public ImportedRow take(PastEvent past, Actor by) {
        Event.Published event =
                Event.Published.imported(
                        new EventId(ids.next()),
                        past.details(),
                        RegistrationRules.seats(past.capacity()),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Creation creation =
                new Creation(IMPORT + Tenancy.current() + ":" + past.key(), identity(past));
        var insertion =
                events.add(
                        event,
                        creation,
                        JournalEntry.of(JournalEntry.Kind.IMPORTED, by, past.key()));
        return switch (insertion) {
            case Insertion.Inserted<Event>(var stored) -> {
                register(stored.body().id(), past, by);
                yield new ImportedRow.Imported(stored.body().id());
            }
            case Insertion.Repeated<Event>(var stored) -> {
                register(stored.body().id(), past, by);
                yield new ImportedRow.Unchanged(stored.body().id());
            }
            case Insertion.KeyReused<Event> _ -> new ImportedRow.KeyReused();
            case Insertion.Taken<Event>(var field) ->
                    throw new IllegalStateException("Events share nothing: " + field);
        };
    }

    private void register(EventId id, PastEvent past, Actor by) {
        importRegistrations.upTo(
                id, past.registrations(), past.details().schedule().registrationDeadline(), by);
    }

    /** What makes it this event and no other; descriptions may have been mended since. */
    private static String identity(PastEvent past) {
        Schedule schedule = past.details().schedule();
        return schedule.startsAt() + "/" + schedule.endsAt();
    }
}
