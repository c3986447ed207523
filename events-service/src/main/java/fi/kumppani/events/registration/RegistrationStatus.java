package fi.kumppani.events.registration;

import fi.kumppani.events.event.Event;

/**
 * How a registration stands.
 *
 * @param registration the registration
 * @param event its event
 * @param place in the queue; 0 for those who do not wait
 */
public record RegistrationStatus(Registration registration, Event event, long place) {

    static RegistrationStatus of(Registration registration, Event event) {
        return new RegistrationStatus(
                registration,
                event,
                switch (registration) {
                    case Registration.Waitlisted waiting ->
                            Math.max(1, event.seating().placeOf(waiting.id().number()));
                    case Registration.Held _,
                            Registration.Requested _,
                            Registration.Confirmed _,
                            Registration.Offered _,
                            Registration.Cancelled _ ->
                            0;
                });
    }
}
