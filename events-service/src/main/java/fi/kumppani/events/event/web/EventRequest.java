package fi.kumppani.events.event.web;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Attendance;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.Enrolment;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Particulars;
import fi.kumppani.events.event.Position;
import fi.kumppani.events.event.Venue;
import fi.kumppani.events.event.WrittenEvent;
import fi.kumppani.events.event.web.ParticularsRequest.AreaRequest;
import fi.kumppani.events.event.web.ParticularsRequest.AttendanceRequest;
import fi.kumppani.events.event.web.ParticularsRequest.EnrolmentRequest;
import fi.kumppani.events.event.web.ParticularsRequest.ItemRequest;
import fi.kumppani.events.event.web.ParticularsRequest.MinimumRequest;
import fi.kumppani.events.event.web.ParticularsRequest.OrganiserRequest;
import fi.kumppani.events.event.web.ParticularsRequest.PositionRequest;
import fi.kumppani.events.seating.SeatRules;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event as a coordinator writes it; see {@link WrittenEvent} and {@link Particulars}.
 *
 * @param registrationDeadline the start when absent and one does not register here
 * @param capacity seats, 1 to 10 000; may be absent when one does not register here
 * @param region two digits of the region (maakunta) when it is meant for all of it
 * @param registration by what rules people register; the simplest when absent
 */
record EventRequest(
        @NotNull LocalizedText title,
        @Nullable LocalizedText theme,
        @Nullable LocalizedText description,
        @NotNull @Valid VenueRequest venue,
        @Nullable Instant doorsFrom,
        @Nullable Instant coffeeFrom,
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        @Nullable Instant registrationDeadline,
        @Nullable @Min(1) @Max(SeatRules.MOST_SEATS) Integer capacity,
        @Nullable @Size(max = 50) List<@NotNull @Valid ItemRequest> programme,
        @Nullable @Valid AttendanceRequest attendance,
        @Nullable @Size(max = 20) List<@NotNull String> audience,
        @Nullable @Size(max = 50) List<@NotNull @Valid AreaRequest> areas,
        @Nullable @Size(max = 50) List<@NotNull @Valid OrganiserRequest> organisers,
        @Nullable @Size(min = 1, max = 100) String seriesId,
        @Nullable @Size(min = 1, max = 100) String partOf,
        @Nullable @Size(min = 1, max = 100) String networkId,
        @Nullable @Pattern(regexp = "[0-9]{2}") String region,
        @Nullable @Valid MinimumRequest minimum,
        @Nullable @Valid EnrolmentRequest enrolment,
        @Nullable @Valid RulesBody registration) {

    /** Where it is held. */
    record VenueRequest(
            @NotNull LocalizedText name,
            @Nullable @Size(min = 1, max = 200) String streetAddress,
            @Nullable LocalizedText room,
            @Nullable @Size(max = 10) List<@NotNull String> accessibility,
            @Nullable @Valid PositionRequest position) {}

    /** Seats; one when nobody gets any here. */
    int seats() {
        return capacity == null ? 1 : capacity;
    }

    /**
     * What is announced.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    EventDetails details() {
        FieldErrors errors = new FieldErrors();
        Enrolment place = enrolment == null ? Enrolment.HERE : enrolment.read(errors);
        if (place.isHere() && capacity == null) {
            errors.add("capacity", "required", "How many seats there are");
        }
        if (place.isHere() && registrationDeadline == null) {
            errors.add("registrationDeadline", "required", "Until when one may register");
        }
        if (registration != null && registration.isForMembers() && networkId == null) {
            errors.add("networkId", "required", "Whose members may register");
        }
        Optional<EventDetails> details =
                new WrittenEvent(
                                title,
                                theme,
                                description,
                                venue.name(),
                                venue.streetAddress(),
                                coffeeFrom,
                                startsAt,
                                endsAt,
                                registrationDeadline == null ? startsAt : registrationDeadline)
                        .read(errors);
        Venue where = place(errors);
        Particulars particulars = particulars(place, errors);
        errors.throwIfAny();
        return details.orElseThrow().with(where, particulars);
    }

    private Venue place(FieldErrors errors) {
        errors.longest("venue.room", venue.room(), 200);
        Position position = venue.position() == null ? null : venue.position().read(errors);
        return new Venue(
                venue.name(),
                venue.streetAddress(),
                venue.room(),
                ParticularsRequest.accessibility(venue.accessibility(), errors),
                position);
    }

    private Particulars particulars(Enrolment place, FieldErrors errors) {
        if (doorsFrom != null && doorsFrom.isAfter(startsAt)) {
            errors.add("doorsFrom", "after-start", "Not after the start");
        }
        return new Particulars(
                ParticularsRequest.millis(doorsFrom),
                ParticularsRequest.programme(programme, errors),
                attendance == null ? Attendance.IN_PERSON : attendance.read(errors),
                ParticularsRequest.audience(audience, errors),
                ParticularsRequest.areas(areas, errors),
                ParticularsRequest.organisers(organisers, errors),
                new Belonging(
                        seriesId, partOf == null ? null : new EventId(partOf), networkId, region),
                minimum == null ? null : minimum.read(startsAt, seats(), errors),
                place,
                null);
    }

    /**
     * By what rules people register.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    RegistrationRules rules() {
        return RulesBody.rules(seats(), registration, startsAt);
    }
}
