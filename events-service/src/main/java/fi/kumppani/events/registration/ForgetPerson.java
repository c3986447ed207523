package fi.kumppani.events.registration;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.JournalEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Erases what is known of somebody who registered, as they may ask (GDPR, Article 17). A seat or a
 * place in the queue that they can still give up goes with it; that somebody was there is counted
 * on.
 */
@Service
public class ForgetPerson {

    private final Registrations registrations;
    private final List<Traces> traces;
    private final Clock clock;

    ForgetPerson(Registrations registrations, List<Traces> traces, Clock clock) {
        this.registrations = registrations;
        this.traces = List.copyOf(traces);
        this.clock = clock;
    }

    /**
     * Forgets; said again, it stays forgotten.
     *
     * @param reason a coordinator's words; null when whoever registered asked by their link
     * @return empty when there is no such registration
     */
    public Optional<Registration> forget(RegistrationId id, Actor by, @Nullable String reason) {
        // First: should it break off, the link that leads here again still holds.
        traces.forEach(each -> each.erase(id));
        return registrations.decide(id, (desk, found) -> forget(desk, found, by, reason));
    }

    private Registration forget(
            SeatDesk desk, Registration found, Actor by, @Nullable String reason) {
        if (!(found.particulars().registrant() instanceof Registrant.Person)) {
            return found;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Seats seats = Seats.at(desk, now);
        boolean over = desk.event().details().schedule().hasStarted(now);
        Registration left =
                found instanceof Registration.Live live && !over
                        ? seats.end(live, endingBy(by), by, reason)
                        : found;
        Registration forgotten = erase(desk, left);
        seats.log(JournalEntry.Kind.PERSON_FORGOTTEN, left.id().number(), by, reason);
        return forgotten;
    }

    private static Ending endingBy(Actor by) {
        return by.equals(Actor.REGISTRANT) ? Ending.GIVEN_UP : Ending.CANCELLED_BY_COORDINATOR;
    }

    /** Takes the person out of a registration, with all they told. */
    static Registration erase(SeatDesk desk, Registration known) {
        Registration forgotten = known.forgotten();
        desk.keepNeeds(known.id().number(), Map.of());
        desk.keep(new RegistrationHappening.Noted(forgotten));
        return forgotten;
    }
}
