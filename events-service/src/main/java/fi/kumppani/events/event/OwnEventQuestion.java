package fi.kumppani.events.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which of the municipality's own events a coordinator looks for; what is absent does not matter.
 *
 * @param status their state in a word, see {@link Event#status()}
 * @param text words that must all be in title, theme, description or venue, in whatever language
 * @param from only what has not ended by then
 * @param before only what starts before
 */
public record OwnEventQuestion(
        @Nullable String status,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant before) {

    /** Whether an event is one of those looked for. */
    public boolean asksFor(Event event) {
        Schedule schedule = event.details().schedule();
        return (status == null || status.equals(event.status()))
                && (from == null || schedule.endsAt().isAfter(from))
                && (before == null || schedule.startsAt().isBefore(before))
                && ListedEvent.saysAll(text, ListedEvent.words(event.details()));
    }
}
