package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.registration.Answers;
import fi.kumppani.events.registration.Ending;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.seating.Party;
import fi.kumppani.kit.confidential.Confidential;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A registration as it is kept; the only place that knows who registered.
 *
 * @param state where it stands
 * @param person absent when nothing is known about them
 * @param seatsNow how many seats somebody who waits has already, or had who is gone
 * @param until when a hold or an offer lapses
 * @param cancelledAt when it ended
 * @param ending how it ended
 * @param former who handed it over
 */
record RegistrationDocument(
        String state,
        long revision,
        @Nullable PersonDocument person,
        Instant registeredAt,
        boolean imported,
        long linkGeneration,
        int seats,
        @Nullable String quota,
        @Nullable String association,
        @Nullable String group,
        int formVersion,
        Map<String, List<Confidential>> answers,
        @Nullable PersonDocument deputy,
        @Nullable Instant addressConfirmedAt,
        int seatsNow,
        @Nullable Instant until,
        @Nullable Instant cancelledAt,
        @Nullable String ending,
        @Nullable PersonDocument former) {

    private static final String HELD = "held";
    private static final String REQUESTED = "requested";
    private static final String CONFIRMED = "confirmed";
    private static final String WAITLISTED = "waitlisted";
    private static final String OFFERED = "offered";
    private static final String CANCELLED = "cancelled";

    static RegistrationDocument from(Registration registration) {
        return switch (registration) {
            case Registration.Held held -> from(held, HELD, 0, held.until(), null);
            case Registration.Requested requested -> from(requested, REQUESTED, 0, null, null);
            case Registration.Confirmed confirmed -> from(confirmed, CONFIRMED, 0, null, null);
            case Registration.Waitlisted waiting ->
                    from(waiting, WAITLISTED, waiting.seatsNow(), null, null);
            case Registration.Offered offered -> from(offered, OFFERED, 0, offered.until(), null);
            case Registration.Cancelled ended ->
                    from(
                            ended,
                            CANCELLED,
                            ended.hadSeat() ? ended.particulars().party().seats() : 0,
                            null,
                            ended);
        };
    }

    private static RegistrationDocument from(
            Registration registration,
            String state,
            int seatsNow,
            @Nullable Instant until,
            Registration.@Nullable Cancelled ended) {
        Registration.Particulars particulars = registration.particulars();
        return new RegistrationDocument(
                state,
                registration.revision(),
                PersonDocument.from(particulars.registrant()),
                particulars.registeredAt(),
                particulars.imported(),
                particulars.linkGeneration(),
                particulars.party().seats(),
                particulars.party().quota(),
                particulars.association(),
                particulars.group(),
                particulars.answers().version(),
                AnswersDocument.from(particulars.answers().general()),
                PersonDocument.from(particulars.deputy()),
                particulars.addressConfirmedAt(),
                seatsNow,
                until,
                ended == null ? null : ended.cancelledAt(),
                ended == null ? null : ended.ending().name(),
                PersonDocument.from(particulars.former()));
    }

    Registration toDomain(RegistrationId id) {
        var particulars =
                new Registration.Particulars(
                        person == null ? new Registrant.Anonymous() : person.toDomain(),
                        registeredAt,
                        imported,
                        linkGeneration,
                        new Party(seats, quota),
                        association,
                        group,
                        new Answers(formVersion, AnswersDocument.toDomain(answers)),
                        deputy == null ? null : deputy.toDomain(),
                        addressConfirmedAt,
                        former == null ? null : former.toDomain());
        return switch (state) {
            case HELD ->
                    new Registration.Held(id, particulars, revision, Objects.requireNonNull(until));
            case REQUESTED -> new Registration.Requested(id, particulars, revision);
            case CONFIRMED -> new Registration.Confirmed(id, particulars, revision);
            case WAITLISTED -> new Registration.Waitlisted(id, particulars, revision, seatsNow);
            case OFFERED ->
                    new Registration.Offered(
                            id, particulars, revision, Objects.requireNonNull(until));
            case CANCELLED ->
                    new Registration.Cancelled(
                            id,
                            particulars,
                            revision,
                            Objects.requireNonNull(cancelledAt),
                            Ending.valueOf(Objects.requireNonNull(ending)),
                            seatsNow > 0);
            default -> throw new IllegalStateException("No registration is " + state);
        };
    }
}
