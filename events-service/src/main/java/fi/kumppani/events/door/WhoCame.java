package fi.kumppani.events.door;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.Registration;

import org.springframework.stereotype.Service;

import java.util.Collection;
import java.util.Set;

/** Tells of whom it is known that they came to an event. */
@Service
public class WhoCame {

    private final Doors doors;

    WhoCame(Doors doors) {
        this.doors = doors;
    }

    /**
     * Who of some came.
     *
     * @param everybody whether nobody at all was noted at the door, so that everybody with a seat
     *     is taken to have come
     * @param noted the numbers of those who were noted
     */
    public record Came(boolean everybody, Set<Long> noted) {

        /** Copies the numbers. */
        public Came {
            noted = Set.copyOf(noted);
        }

        /** Whether this registration is taken to have come. */
        public boolean has(Registration registration) {
            return everybody
                    ? registration instanceof Registration.Confirmed
                    : noted.contains(registration.id().number());
        }
    }

    /** Who of these numbers came, as far as it is known now. */
    public Came among(EventId event, Collection<Long> numbers) {
        return doors.of(event).parties() == 0
                ? new Came(true, Set.of())
                : new Came(false, doors.arrivals(event, numbers).keySet());
    }
}
