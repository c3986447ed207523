package fi.kumppani.events.registration;

import fi.kumppani.events.event.Events;

import java.time.Clock;
import java.util.Map;

/**
 * What people do about registrations, on one instance of the service.
 *
 * @param register they want seats
 * @param hold they want seats held
 * @param manage they change their mind
 * @param lapse their time is over
 * @param fill seats are passed on
 * @param mailed they were mailed an offer
 * @param see they look
 */
public record UseCases(
        RegisterForEvent register,
        HoldSeats hold,
        ManageRegistration manage,
        LapseReservations lapse,
        FillSeats fill,
        StartOfferClock mailed,
        SeeRegistrations see) {

    /** The use cases over these registrations. */
    public static UseCases over(Events events, Registrations registrations, Clock clock) {
        return new UseCases(
                new RegisterForEvent(
                        registrations,
                        (event, email) -> new Fingerprint(event + "/" + email.mailbox()),
                        new CheckApplication(new InMemoryAssociations()),
                        _ -> false,
                        clock),
                new HoldSeats(registrations, _ -> false, clock),
                new ManageRegistration(registrations, clock),
                new LapseReservations(registrations),
                new FillSeats(registrations, clock),
                new StartOfferClock(registrations),
                new SeeRegistrations(events, registrations, (_, _) -> Map.of()));
    }
}
