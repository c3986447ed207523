package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The municipality's own events, whatever their state. */
final class OwnEvents {

    /** The states by which the list is filtered; the first means all. */
    static final List<String> STATES =
            List.of("all", "draft", "published", "postponed", "cancelled", "archived");

    private static final ParameterizedTypeReference<Listing<EventFacts>> LISTING =
            new ParameterizedTypeReference<>() {};
    private static final String PATH =
            "/v1/municipalities/{municipality}/own-events"
                    + "?status={status}&text={text}&from={from}&to={to}";
    private static final int LONGEST = 200;

    private OwnEvents() {}

    /**
     * What is looked for.
     *
     * @param state one of {@link #STATES}
     * @param from a day, or empty
     * @param to a day, or empty
     */
    record Wanted(String state, String text, String from, String to) {

        static Wanted of(String state, String text, String from, String to) {
            return new Wanted(
                    STATES.contains(state) ? state : STATES.getFirst(),
                    shortened(text.strip()),
                    day(from),
                    day(to));
        }

        /** For addresses. */
        Map<String, String> filters() {
            Map<String, String> filters = new LinkedHashMap<>();
            filters.put("state", state.equals(STATES.getFirst()) ? "" : state);
            filters.put("text", text);
            filters.put("from", from);
            filters.put("to", to);
            return filters;
        }

        /** Whether anything is. */
        public boolean isAnything() {
            return !state.equals(STATES.getFirst()) || !(text + from + to).isEmpty();
        }

        private static String shortened(String text) {
            return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        }

        private static String day(String written) {
            return Days.read(written).map(LocalDate::toString).orElse("");
        }
    }

    /**
     * An event in the list.
     *
     * @param situation how it stands, as a code; {@code draft} where nobody else sees it
     */
    record Row(
            String href,
            Told title,
            @Nullable Told venue,
            String startsAt,
            String when,
            String situation,
            EventFacts.@Nullable Seats seats,
            boolean over) {

        static Row of(String code, EventFacts event, Instant now, Language language) {
            return new Row(
                    OrganiserPages.path(code, event.id()),
                    event.title().told(language),
                    event.venue() == null
                            ? null
                            : LocalizedText.maybe(event.venue().name(), language),
                    event.startsAt().toString(),
                    Formats.period(event.startsAt(), event.endsAt(), language),
                    Standing.situation(event),
                    event.status().equals("draft") ? null : event.seats(),
                    EventList.isOver(event, now));
        }
    }

    /** Asks for a page of those that are looked for. */
    static Question<Listing<EventFacts>> page(String code, Wanted wanted, String from, int most) {
        return Question.page(
                Backend.EVENTS,
                LISTING,
                PATH,
                Map.of(
                        "municipality",
                        code,
                        "status",
                        wanted.state().equals(STATES.getFirst()) ? "" : wanted.state(),
                        "text",
                        wanted.text(),
                        "from",
                        wanted.from(),
                        "to",
                        wanted.to()),
                from,
                most);
    }
}
