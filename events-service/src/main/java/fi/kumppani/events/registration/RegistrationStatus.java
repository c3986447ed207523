package fi.kumppani.events.registration;

import fi.kumppani.events.event.Event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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

    /** Until when the address has to be confirmed; empty when it need not, or was. */
    public Optional<Instant> confirmAddressBy() {
        Duration within = event.rules().confirmAddressWithin();
        Registration.Particulars particulars = registration.particulars();
        return within == null || particulars.addressConfirmedAt() != null
                ? Optional.empty()
                : Optional.of(particulars.registeredAt().plus(within));
    }
}
