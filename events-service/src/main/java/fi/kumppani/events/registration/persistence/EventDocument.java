package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Particulars;
import fi.kumppani.events.event.Places;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.event.Venue;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/**
 * An event as it is kept: the parent of its registrations, of which it holds counters only.
 *
 * @param state {@code draft}, {@code published} or {@code cancelled}
 * @param reason why it was cancelled
 * @param place what is known of the venue beyond name and address; absent in events of old
 * @param particulars absent in events of old
 * @param standing absent in drafts and in events of old
 * @param nextDueAt when there is next something to do about it
 */
record EventDocument(
        String state,
        long revision,
        LocalizedText title,
        @Nullable LocalizedText theme,
        @Nullable LocalizedText description,
        LocalizedText venue,
        @Nullable String streetAddress,
        @Nullable Instant coffeeFrom,
        Instant startsAt,
        Instant endsAt,
        Instant registrationDeadline,
        RegistrationRules rules,
        SeatingDocument seating,
        @Nullable LocalizedText reason,
        boolean imported,
        @Nullable VenueDocument place,
        @Nullable ParticularsDocument particulars,
        @Nullable StandingDocument standing,
        @Nullable Instant nextDueAt) {

    static final String DRAFT = "draft";
    static final String PUBLISHED = "published";
    static final String CANCELLED = "cancelled";

    static EventDocument from(Event event, @Nullable Instant nextDueAt) {
        return switch (event) {
            case Event.Draft _ -> from(event, DRAFT, null, false, nextDueAt);
            case Event.Published published ->
                    from(event, PUBLISHED, null, published.imported(), nextDueAt);
            case Event.Cancelled cancelled ->
                    from(event, CANCELLED, cancelled.reason(), cancelled.imported(), nextDueAt);
        };
    }

    private static EventDocument from(
            Event event,
            String state,
            @Nullable LocalizedText reason,
            boolean imported,
            @Nullable Instant nextDueAt) {
        EventDetails details = event.details();
        Schedule schedule = details.schedule();
        return new EventDocument(
                state,
                event.revision(),
                details.title(),
                details.theme(),
                details.description(),
                details.venue().name(),
                details.venue().streetAddress(),
                schedule.coffeeFrom(),
                schedule.startsAt(),
                schedule.endsAt(),
                schedule.registrationDeadline(),
                event.rules(),
                SeatingDocument.from(event.seating(), event.commitments()),
                reason,
                imported,
                VenueDocument.from(details.venue()),
                ParticularsDocument.from(details.particulars()),
                event instanceof Event.Draft ? null : StandingDocument.from(event.standing()),
                nextDueAt);
    }

    Event toDomain(String id) {
        EventId eventId = new EventId(id);
        Places places =
                new Places(rules, seating.toSeating(rules.seats()), seating.toCommitments());
        return switch (state) {
            case DRAFT -> new Event.Draft(eventId, revision, details(), places);
            case PUBLISHED ->
                    new Event.Published(eventId, revision, details(), places, stands(), imported);
            case CANCELLED ->
                    new Event.Cancelled(
                            eventId,
                            revision,
                            details(),
                            places,
                            Objects.requireNonNull(reason),
                            stands(),
                            imported);
            default -> throw new IllegalStateException("No event is " + state);
        };
    }

    private EventDetails details() {
        return new EventDetails(
                title,
                theme,
                description,
                place == null
                        ? new Venue(venue, streetAddress)
                        : place.toDomain(venue, streetAddress),
                new Schedule(coffeeFrom, startsAt, endsAt, registrationDeadline),
                particulars == null ? Particulars.NONE : particulars.toDomain());
    }

    private Standing stands() {
        return standing == null ? Standing.NEW : standing.toDomain();
    }
}
