package fi.kumppani.events.registration;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;

import org.springframework.stereotype.Service;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows how registrations stand. The event is read first, so that its registrations are at least as
 * new.
 */
@Service
public class SeeRegistrations {

    private final Events events;
    private final Registrations registrations;
    private final KeptNeeds needs;

    SeeRegistrations(Events events, Registrations registrations, KeptNeeds needs) {
        this.events = events;
        this.registrations = registrations;
        this.needs = needs;
    }

    /** One registration. */
    public Optional<RegistrationStatus> one(RegistrationId id) {
        return events.find(id.event())
                .flatMap(
                        event ->
                                registrations
                                        .find(id)
                                        .map(found -> RegistrationStatus.of(found, event)));
    }

    /**
     * What whoever registered said, all of it, as they could say it again.
     *
     * @return empty when nobody is known who did
     */
    public Optional<SaidByRegistrant> said(RegistrationId id) {
        return registrations.find(id).flatMap(this::said);
    }

    private Optional<SaidByRegistrant> said(Registration registration) {
        Registration.Particulars particulars = registration.particulars();
        if (!(particulars.registrant() instanceof Registrant.Person person)) {
            return Optional.empty();
        }
        Map<String, List<String>> answers = new HashMap<>(particulars.answers().general());
        long number = registration.id().number();
        answers.putAll(
                needs.of(registration.id().event(), List.of(number))
                        .getOrDefault(number, Map.of()));
        return Optional.of(
                new SaidByRegistrant(
                        person,
                        particulars.party().seats(),
                        particulars.party().quota(),
                        particulars.association(),
                        particulars.group(),
                        answers,
                        particulars.deputy()));
    }

    /** Those of some ids that there are, by id. */
    public Map<RegistrationId, RegistrationStatus> all(Collection<RegistrationId> ids) {
        Map<EventId, Event> found =
                events.findAll(ids.stream().map(RegistrationId::event).distinct().toList());
        Map<RegistrationId, RegistrationStatus> all = new HashMap<>();
        registrations
                .findAll(ids)
                .forEach(
                        (id, registration) -> {
                            Event event = found.get(id.event());
                            if (event != null) {
                                all.put(id, RegistrationStatus.of(registration, event));
                            }
                        });
        return all;
    }

    /**
     * The registrations to an event in order of arrival.
     *
     * @param after only numbers greater than this; 0 for the beginning
     * @param limit the most to give
     * @return empty when there is no such event
     */
    public Optional<List<RegistrationStatus>> list(EventId id, long after, int limit) {
        return events.find(id)
                .map(
                        event ->
                                registrations.list(id, after, limit).stream()
                                        .map(found -> RegistrationStatus.of(found, event))
                                        .toList());
    }
}
