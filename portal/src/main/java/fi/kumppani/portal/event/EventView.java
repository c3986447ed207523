package fi.kumppani.portal.event;

import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An event as its page shows it.
 *
 * @param startsAt when it starts, for machines
 * @param when when it is, for people
 * @param seats free seats and people waiting; none when nobody told
 * @param open whether one may register now
 */
record EventView(
        Municipality municipality,
        String id,
        Told title,
        @Nullable Told theme,
        @Nullable Told description,
        @Nullable Told venue,
        @Nullable String streetAddress,
        String startsAt,
        String when,
        @Nullable String coffee,
        @Nullable String deadline,
        EventFacts.@Nullable Seats seats,
        boolean open,
        boolean cancelled,
        @Nullable Told reason,
        boolean over) {

    static EventView of(
            Municipality municipality, EventFacts event, Instant now, Language language) {
        EventFacts.Venue venue = event.venue();
        Instant coffee = event.coffeeFrom();
        Instant deadline = event.registrationDeadline();
        return new EventView(
                municipality,
                event.id(),
                event.title().in(language).orElse(new Told("–", language.code())),
                told(event.theme(), language),
                told(event.description(), language),
                told(venue == null ? null : venue.name(), language),
                venue == null ? null : venue.streetAddress(),
                event.startsAt().toString(),
                Formats.period(event.startsAt(), event.endsAt(), language),
                coffee == null ? null : Formats.time(coffee, language),
                deadline == null ? null : Formats.moment(deadline, language),
                event.seats(),
                event.open() && !event.isCancelled(),
                event.isCancelled(),
                told(event.cancellationReason(), language),
                !event.endsAt().isAfter(now));
    }

    /** Whether whoever registers now would have to wait. */
    public boolean isFull() {
        return seats != null && (seats.free() == 0 || seats.waiting() > 0);
    }

    private static @Nullable Told told(@Nullable LocalizedText text, Language language) {
        return text == null ? null : text.in(language).orElse(null);
    }
}
