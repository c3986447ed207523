package fi.kumppani.events.registration;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.Standing;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Forgets who registered for an event, a set time after it (GDPR, Article 5(1)(e)): names,
 * addresses, deputies, answers, needs, and whatever leads from a mailbox to them. Seats, parties,
 * associations and groups stay counted. That it was done is a line of the event's journal. A crash
 * in between costs nothing: what is forgotten already is passed over.
 */
@Service
public class ForgetPeople implements DueWork {

    private static final int A_STEP = 32;

    /** A postponed event still waits for its day, but not for ever. */
    private static final Duration POSTPONED = Duration.ofDays(365);

    private final Events events;
    private final Registrations registrations;
    private final List<Traces> traces;
    private final Retention retention;

    ForgetPeople(
            Events events, Registrations registrations, List<Traces> traces, Retention retention) {
        this.events = events;
        this.registrations = registrations;
        this.traces = List.copyOf(traces);
        this.retention = retention;
    }

    @Override
    public @Nullable Instant dueAt(Event event) {
        return event instanceof Event.Draft
                        || event.imported()
                        || event.seating().last() == 0
                        || event.standing().peopleForgottenAt() != null
                ? null
                : over(event).plus(retention.kept());
    }

    private static Instant over(Event event) {
        Instant endsAt = event.details().schedule().endsAt();
        Standing standing = event.standing();
        if (event instanceof Event.Published
                && standing.phase() == Standing.Phase.POSTPONED
                && standing.changedAt() != null) {
            Instant givenUp = standing.changedAt().plus(POSTPONED);
            return givenUp.isAfter(endsAt) ? givenUp : endsAt;
        }
        return endsAt;
    }

    @Override
    public void carryOut(EventId id, Instant now) {
        Optional<Event> found = events.find(id).filter(event -> isDue(event, now));
        if (found.isEmpty()) {
            return;
        }
        long last = found.get().seating().last();
        for (long seen = 0; seen < last; seen += A_STEP) {
            long from = seen + 1;
            long to = Math.min(last, seen + A_STEP);
            var _ = registrations.decide(id, desk -> forget(desk, from, to, now));
        }
        traces.forEach(each -> each.erase(id));
        var _ = registrations.decide(id, desk -> finish(desk, now));
    }

    private boolean forget(SeatDesk desk, long from, long to, Instant now) {
        if (isDue(desk.event(), now)) {
            desk.registrations(LongStream.rangeClosed(from, to).boxed().toList()).stream()
                    .filter(ForgetPeople::isKnown)
                    .forEach(known -> ForgetPerson.erase(desk, known));
        }
        return true;
    }

    private static boolean isKnown(Registration registration) {
        return registration.particulars().registrant() instanceof Registrant.Person;
    }

    private boolean finish(SeatDesk desk, Instant now) {
        Event event = desk.event();
        boolean due = isDue(event, now);
        if (due) {
            desk.stand(event.standing().peopleForgotten(now.truncatedTo(ChronoUnit.MILLIS)));
            desk.log(
                    JournalEntry.of(
                            JournalEntry.Kind.PEOPLE_FORGOTTEN,
                            Actor.SYSTEM,
                            "registrations 1 to " + event.seating().last()));
        }
        return due;
    }
}
