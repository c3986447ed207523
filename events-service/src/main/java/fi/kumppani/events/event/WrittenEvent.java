package fi.kumppani.events.event;

import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An event as somebody wrote it, before it is known to hold together.
 *
 * @param title at most 200 characters in each language
 * @param theme at most 200
 * @param description at most 10 000
 * @param venue at most 200
 */
public record WrittenEvent(
        LocalizedText title,
        @Nullable LocalizedText theme,
        @Nullable LocalizedText description,
        LocalizedText venue,
        @Nullable String streetAddress,
        @Nullable Instant coffeeFrom,
        Instant startsAt,
        Instant endsAt,
        Instant registrationDeadline) {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 10_000;

    /** Cuts the times to milliseconds, which is what the store keeps. */
    public WrittenEvent {
        coffeeFrom = coffeeFrom == null ? null : millis(coffeeFrom);
        startsAt = millis(startsAt);
        endsAt = millis(endsAt);
        registrationDeadline = millis(registrationDeadline);
    }

    /**
     * The details, if nothing is wrong with them; what is, is noted under the name of its field.
     */
    public Optional<EventDetails> read(FieldErrors errors) {
        FieldErrors own =
                new FieldErrors()
                        .longest("title", title, LONGEST_LINE)
                        .longest("theme", theme, LONGEST_LINE)
                        .longest("description", description, LONGEST_TEXT)
                        .longest("venue.name", venue, LONGEST_LINE);
        Schedule.faults(coffeeFrom, startsAt, endsAt, registrationDeadline)
                .forEach(fault -> note(own, fault));
        own.all().forEach(error -> errors.add(error.field(), error.code(), error.message()));
        return own.isEmpty()
                ? Optional.of(
                        new EventDetails(
                                title,
                                theme,
                                description,
                                new Venue(venue, streetAddress),
                                new Schedule(coffeeFrom, startsAt, endsAt, registrationDeadline)))
                : Optional.empty();
    }

    private static void note(FieldErrors errors, Schedule.Fault fault) {
        var _ =
                switch (fault) {
                    case COFFEE_AFTER_START ->
                            errors.add("coffeeFrom", "after-start", "Not after the start");
                    case END_NOT_AFTER_START ->
                            errors.add("endsAt", "not-after-start", "After the start");
                    case DEADLINE_AFTER_START ->
                            errors.add(
                                    "registrationDeadline", "after-start", "Not after the start");
                };
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
