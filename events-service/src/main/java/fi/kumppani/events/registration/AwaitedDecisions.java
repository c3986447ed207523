package fi.kumppani.events.registration;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.FindOwnEvents;
import fi.kumppani.events.event.ListPosition;
import fi.kumppani.events.event.Minimum;
import fi.kumppani.events.event.OwnEventQuestion;
import fi.kumppani.events.event.Standing;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds what is to be decided about the coming events of a municipality. */
@Service
public class AwaitedDecisions {

    /** So many coming events are looked at, the next first. */
    private static final int MOST_EVENTS = 500;

    private static final int AT_ONCE = 500;

    private final FindOwnEvents findOwnEvents;
    private final Registrations registrations;
    private final Clock clock;

    AwaitedDecisions(FindOwnEvents findOwnEvents, Registrations registrations, Clock clock) {
        this.findOwnEvents = findOwnEvents;
        this.registrations = registrations;
        this.clock = clock;
    }

    /**
     * What waits of an event.
     *
     * @param requests how many registrations wait to be approved
     * @param since when the oldest of these arrived; null when none waits
     * @param minimum how many must come, while it is not decided whether the event is held; null
     *     where that is not asked, or decided
     */
    public record Awaited(
            Event event, int requests, @Nullable Instant since, @Nullable Minimum minimum) {

        private boolean isAnything() {
            return requests > 0 || minimum != null;
        }
    }

    /** Events of which something waits, the next to come first. */
    public List<Awaited> all() {
        Instant now = clock.instant();
        return findOwnEvents
                .list(
                        new OwnEventQuestion(null, null, now, null),
                        ListPosition.beginning(now),
                        MOST_EVENTS)
                .stream()
                .filter(event -> event instanceof Event.Published && !event.imported())
                .map(event -> of(event, now))
                .filter(Awaited::isAnything)
                .toList();
    }

    private Awaited of(Event event, Instant now) {
        List<Instant> requests = requests(event);
        return new Awaited(
                event,
                requests.size(),
                requests.stream().min(Instant::compareTo).orElse(null),
                isUndecided(event, now) ? event.details().particulars().minimum() : null);
    }

    private static boolean isUndecided(Event event, Instant now) {
        Standing standing = event.standing();
        return standing.phase() == Standing.Phase.COMING
                && !standing.assured()
                && !event.details().schedule().hasStarted(now);
    }

    /** When those arrived that wait to be approved; only where somebody has to be. */
    private List<Instant> requests(Event event) {
        List<Instant> found = new ArrayList<>();
        if (!event.rules().approval()) {
            return found;
        }
        long last = event.seating().last();
        for (long after = 0; after < last; after += AT_ONCE) {
            registrations.list(event.id(), after, AT_ONCE).stream()
                    .filter(Registration.Requested.class::isInstance)
                    .map(each -> each.particulars().registeredAt())
                    .forEach(found::add);
        }
        return found;
    }
}
