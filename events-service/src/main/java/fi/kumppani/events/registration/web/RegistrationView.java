package fi.kumppani.events.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationStatus;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;

/**
 * A registration as it stands; never who registered.
 *
 * @param status {@code requested}, {@code confirmed}, {@code waitlisted}, {@code offered}, {@code
 *     held} while its form is filled in, or that it has ended
 * @param place in the queue, for those who wait
 * @param seats how many come
 * @param seatsNow how many seats a party that waits for more has already
 * @param acceptBy until when an offer can be accepted
 * @param confirmAddressBy until when the address has to be confirmed; absent when it need not
 * @param deputy whether somebody is named who may take it over
 * @param cancelledAt when it ended
 * @param ending how it ended, for example {@code given-up}
 * @param imported whether it was taken over from history
 * @param onlineAddress where to join online, for those who have a seat
 * @param calendar address of a calendar with all events of this mailbox; only by its own link
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegistrationView(
        String id,
        String eventId,
        long number,
        String status,
        @Nullable Long place,
        int seats,
        @Nullable Integer seatsNow,
        @Nullable String quota,
        @Nullable String associationId,
        @Nullable String group,
        @Nullable Instant acceptBy,
        @Nullable Instant confirmAddressBy,
        boolean deputy,
        Instant registeredAt,
        @Nullable Instant cancelledAt,
        @Nullable String ending,
        boolean imported,
        @Nullable URI onlineAddress,
        @Nullable String calendar) {

    static RegistrationView of(RegistrationStatus standing) {
        Registration registration = standing.registration();
        Registration.Particulars particulars = registration.particulars();
        return new RegistrationView(
                registration.id().toString(),
                registration.id().event().value(),
                registration.id().number(),
                status(registration),
                standing.place() > 0 ? standing.place() : null,
                particulars.party().seats(),
                registration instanceof Registration.Waitlisted waiting && waiting.seatsNow() > 0
                        ? waiting.seatsNow()
                        : null,
                particulars.party().quota(),
                particulars.association(),
                particulars.group(),
                registration instanceof Registration.Offered offered ? offered.until() : null,
                registration instanceof Registration.Live
                        ? standing.confirmAddressBy().orElse(null)
                        : null,
                particulars.deputy() != null,
                particulars.registeredAt(),
                registration instanceof Registration.Cancelled ended ? ended.cancelledAt() : null,
                registration instanceof Registration.Cancelled ended
                        ? WireCodes.of(ended.ending())
                        : null,
                particulars.imported(),
                registration instanceof Registration.Confirmed
                        ? standing.event().details().particulars().attendance().onlineAddress()
                        : null,
                null);
    }

    /** The same for whoever holds its link. */
    RegistrationView with(String calendarAddress) {
        return new RegistrationView(
                id,
                eventId,
                number,
                status,
                place,
                seats,
                seatsNow,
                quota,
                associationId,
                group,
                acceptBy,
                confirmAddressBy,
                deputy,
                registeredAt,
                cancelledAt,
                ending,
                imported,
                onlineAddress,
                calendarAddress);
    }

    private static String status(Registration registration) {
        return switch (registration) {
            case Registration.Held _ -> "held";
            case Registration.Requested _ -> "requested";
            case Registration.Confirmed _ -> "confirmed";
            case Registration.Waitlisted _ -> "waitlisted";
            case Registration.Offered _ -> "offered";
            case Registration.Cancelled _ -> "cancelled";
        };
    }
}
