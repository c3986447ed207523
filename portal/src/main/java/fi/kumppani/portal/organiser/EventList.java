package fi.kumppani.portal.organiser;

import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The municipality's own events as a list. */
final class EventList {

    /** What an export tells; keys of words without their beginning. */
    static final List<String> HEADINGS =
            List.of(
                    "title",
                    "situation",
                    "starts",
                    "ends",
                    "venue",
                    "confirmed",
                    "capacity",
                    "waiting");

    private EventList() {}

    /** Those to come first, the next at the top; then those that are over, the latest first. */
    static Columns<EventFacts> columns(Instant now, Language language) {
        Comparator<EventFacts> byStart = Comparator.comparing(EventFacts::startsAt);
        return Columns.by(
                        "when",
                        Comparator.comparing((EventFacts event) -> isOver(event, now))
                                .thenComparing(
                                        (one, other) ->
                                                isOver(one, now)
                                                        ? byStart.compare(other, one)
                                                        : byStart.compare(one, other)))
                .or("title", Columns.alphabetical(language, title(language)))
                .or("starts", byStart)
                .or("situation", Comparator.comparing(Standing::situation))
                .or("venue", Columns.alphabetical(language, venue(language)))
                .or(
                        "confirmed",
                        Comparator.comparingInt(
                                event -> Objects.requireNonNullElse(confirmed(event), -1)))
                .or("waiting", Comparator.comparingLong(EventList::waiting));
    }

    /** What a file has of an event: times as in ISO 8601. */
    static List<String> cells(EventFacts event, Language language, UnaryOperator<String> words) {
        EventFacts.Seats seats = event.seats();
        return Stream.of(
                        title(language).apply(event),
                        words.apply("organise.situation." + Standing.situation(event)),
                        event.startsAt(),
                        event.endsAt(),
                        venue(language).apply(event),
                        confirmed(event),
                        seats == null ? null : seats.capacity(),
                        seats == null ? null : seats.waiting())
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }

    static boolean isOver(EventFacts event, Instant now) {
        return !event.endsAt().isAfter(now);
    }

    private static Function<EventFacts, @Nullable String> title(Language language) {
        return event -> event.title().told(language).text();
    }

    private static Function<EventFacts, @Nullable String> venue(Language language) {
        return event -> {
            Told venue =
                    event.venue() == null
                            ? null
                            : LocalizedText.maybe(event.venue().name(), language);
            return venue == null ? null : venue.text();
        };
    }

    private static @Nullable Integer confirmed(EventFacts event) {
        return event.seats() == null ? null : event.seats().confirmed();
    }

    private static long waiting(EventFacts event) {
        return event.seats() == null ? 0 : event.seats().waiting();
    }
}
