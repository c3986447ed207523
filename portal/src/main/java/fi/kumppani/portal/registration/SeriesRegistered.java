package fi.kumppani.portal.registration;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What came of registering for a series, as events-service tells it.
 *
 * @param events in the order of time
 * @param following whether they are registered for what is announced later, too
 */
record SeriesRegistered(List<OfEvent> events, @Nullable Boolean following) {

    private static final Set<String> TAKEN =
            Set.of("confirmed", "waitlisted", "requested", "told-by-mail");

    /** Takes what is not told for nothing. */
    SeriesRegistered {
        events = events == null ? List.of() : List.copyOf(events);
    }

    /**
     * What came of one event.
     *
     * @param status for example {@code confirmed}, {@code form-needed} or {@code refused}
     * @param place in the queue, for those who wait
     * @param reason why it was refused
     */
    record OfEvent(
            String eventId,
            LocalizedText title,
            Instant startsAt,
            Instant endsAt,
            String status,
            @Nullable Long place,
            @Nullable String reason) {}

    /**
     * What came of one event, to be shown.
     *
     * @param href the page of the event
     * @param startsAt when it starts, for machines
     * @param when when it is, for people
     * @param status a code that has a text
     * @param place in the queue, for those who wait
     * @param reason the text that says why it was refused, as a key
     */
    record Row(
            Told title,
            String href,
            String startsAt,
            String when,
            String status,
            @Nullable Long place,
            String reason) {}

    /** Whether they are registered for what is announced later, too. */
    boolean isFollowing() {
        return Boolean.TRUE.equals(following);
    }

    /** Whether they registered for anything. */
    boolean isAnyTaken() {
        return events.stream().anyMatch(event -> TAKEN.contains(event.status()));
    }

    /** What is shown of the events of a municipality. */
    List<Row> rows(String municipality, Language language) {
        return events.stream()
                .map(
                        event ->
                                new Row(
                                        event.title().told(language),
                                        "/m/" + municipality + "/events/" + event.eventId(),
                                        event.startsAt().toString(),
                                        Formats.period(event.startsAt(), event.endsAt(), language),
                                        status(event.status()),
                                        event.place(),
                                        reason(event.reason())))
                .toList();
    }

    private static String status(String told) {
        return TAKEN.contains(told) || told.equals("form-needed") ? told : "refused";
    }

    private static String reason(@Nullable String told) {
        return told != null && RegistrationForms.REASONS.contains(told)
                ? RegistrationForms.FAMILY + ".reason." + told
                : "series-registered.refused";
    }
}
