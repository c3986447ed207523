package fi.kumppani.events.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A registration as it stands; never who registered.
 *
 * @param status {@code confirmed} or {@code waitlisted}, or that it was given up
 * @param place in the queue, for those who wait
 * @param cancelledAt when it was given up
 * @param imported whether it was taken over from history
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegistrationView(
        String id,
        String eventId,
        long number,
        String status,
        @Nullable Long place,
        Instant registeredAt,
        @Nullable Instant cancelledAt,
        boolean imported) {

    static RegistrationView of(RegistrationStatus standing) {
        Registration registration = standing.registration();
        return switch (registration) {
            case Registration.Confirmed _ -> of(registration, "confirmed", null, null);
            case Registration.Waitlisted _ ->
                    of(registration, "waitlisted", standing.place(), null);
            case Registration.Cancelled cancelled -> of(cancelled);
        };
    }

    static RegistrationView of(Registration.Cancelled cancelled) {
        return of(cancelled, "cancelled", null, cancelled.cancelledAt());
    }

    private static RegistrationView of(
            Registration registration,
            String status,
            @Nullable Long place,
            @Nullable Instant cancelledAt) {
        return new RegistrationView(
                registration.id().toString(),
                registration.id().event().value(),
                registration.id().number(),
                status,
                place,
                registration.particulars().registeredAt(),
                cancelledAt,
                registration.particulars().imported());
    }
}
