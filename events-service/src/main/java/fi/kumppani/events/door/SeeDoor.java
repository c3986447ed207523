package fi.kumppani.events.door;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationStatus;
import fi.kumppani.events.registration.SeeRegistrations;

import org.springframework.stereotype.Service;

import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shows who is expected at the door, and who has come. */
@Service
public class SeeDoor {

    private static final int PAGE = 200;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final Events events;
    private final SeeRegistrations seeRegistrations;
    private final Doors doors;
    private final Clock clock;

    SeeDoor(Events events, SeeRegistrations seeRegistrations, Doors doors, Clock clock) {
        this.events = events;
        this.seeRegistrations = seeRegistrations;
        this.doors = doors;
        this.clock = clock;
    }

    /**
     * The door of an event.
     *
     * @param expected how many people have a seat
     * @param over whether the event is over, so that who has not come will not
     */
    public record Standing(Door door, int expected, boolean over) {

        /** How many people with a seat have not come. */
        public int missing() {
            return Math.max(0, expected - door.registeredPeople());
        }
    }

    /**
     * Somebody who is expected, or has come.
     *
     * @param status their registration
     * @param arrival what is known of them
     */
    public record Guest(RegistrationStatus status, Arrival arrival) {

        /** Whether they have their seats, or have come all the same. */
        public boolean counts() {
            return status.registration() instanceof Registration.Confirmed
                    || !arrival.heard().isEmpty();
        }
    }

    /** The door of an event; empty when there is no such event. */
    public Optional<Standing> of(EventId id) {
        return events.find(id).map(event -> standing(event, doors.of(id)));
    }

    private Standing standing(Event event, Door door) {
        return new Standing(
                door,
                event.seating().confirmed(),
                event.details().schedule().isOver(clock.instant()));
    }

    /**
     * What was noted at the door, by whom; oldest first.
     *
     * @param after only lines behind this position; empty for the beginning
     * @param limit the most to give, at least 1
     * @return empty when there is no such event
     */
    public Optional<List<KeptLine>> journal(EventId id, String after, int limit) {
        return events.find(id).map(_ -> doors.journal(id, after, limit));
    }

    /**
     * All registrations in order of arrival, each with what is known at the door.
     *
     * @param after only numbers greater than this; 0 for the beginning
     * @param limit the most to give
     * @return empty when there is no such event
     */
    public Optional<List<Guest>> list(EventId id, long after, int limit) {
        return seeRegistrations
                .list(id, after, limit)
                .map(
                        found -> {
                            Map<Long, Arrival> arrivals =
                                    doors.arrivals(
                                            id, found.stream().map(SeeDoor::number).toList());
                            return found.stream()
                                    .map(
                                            status ->
                                                    new Guest(
                                                            status,
                                                            arrivals.getOrDefault(
                                                                    number(status), Arrival.NONE)))
                                    .toList();
                        });
    }

    /**
     * Those expected whose name has all these words in it, however they are written.
     *
     * @param limit the most to give
     * @return empty when there is no such event
     */
    public Optional<List<Guest>> named(EventId id, String words, int limit) {
        List<String> wanted = List.of(plain(words).strip().split("\\s+"));
        List<Guest> found = new ArrayList<>();
        long after = 0;
        while (found.size() < limit) {
            Optional<List<Guest>> page = list(id, after, PAGE);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            page.get().stream()
                    .filter(Guest::counts)
                    .filter(guest -> isNamed(guest, wanted))
                    .limit(limit - (long) found.size())
                    .forEach(found::add);
            if (page.get().size() < PAGE) {
                break;
            }
            after = number(page.get().getLast().status());
        }
        return Optional.of(found);
    }

    private static boolean isNamed(Guest guest, List<String> wanted) {
        return guest.status().registration().particulars().registrant()
                        instanceof Registrant.Person person
                && wanted.stream().allMatch(plain(person.name())::contains);
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static long number(RegistrationStatus status) {
        return status.registration().id().number();
    }
}
