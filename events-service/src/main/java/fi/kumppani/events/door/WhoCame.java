package fi.kumppani.events.door;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.Registrations;

import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells of whom it is known that they came to an event; where nobody was noted at the door,
 * everybody who had a seat is taken to have come.
 */
@Service
public class WhoCame {

    private static final int PAGE = 500;

    private final Registrations registrations;
    private final Doors doors;

    WhoCame(Registrations registrations, Doors doors) {
        this.registrations = registrations;
        this.doors = doors;
    }

    /** Whether this registration is taken to have come. */
    public Presence of(RegistrationId id) {
        Door door = doors.of(id.event());
        boolean noted = doors.arrivals(id.event(), List.of(id.number())).containsKey(id.number());
        boolean seated =
                registrations.find(id).filter(Registration.Confirmed.class::isInstance).isPresent();
        return noted || (door.parties() == 0 && seated) ? Presence.CAME : Presence.STAYED_AWAY;
    }

    /** Whether somebody came. */
    public enum Presence {
        /** They are taken to have come. */
        CAME,
        /** They are not. */
        STAYED_AWAY
    }

    /** The numbers of those who came, the least first. */
    public List<Long> to(EventId event) {
        boolean everybody = doors.of(event).parties() == 0;
        List<Long> came = new ArrayList<>();
        long after = 0;
        List<Registration> page;
        do {
            page = registrations.list(event, after, PAGE);
            List<Long> numbers = page.stream().map(each -> each.id().number()).toList();
            Map<Long, Arrival> arrivals = everybody ? Map.of() : doors.arrivals(event, numbers);
            page.stream()
                    .filter(
                            each ->
                                    everybody
                                            ? each instanceof Registration.Confirmed
                                            : arrivals.containsKey(each.id().number()))
                    .forEach(each -> came.add(each.id().number()));
            after += PAGE;
        } while (page.size() == PAGE);
        return List.copyOf(came);
    }
}
