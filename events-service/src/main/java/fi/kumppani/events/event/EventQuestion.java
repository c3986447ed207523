package fi.kumppani.events.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which events a reader looks for; what is absent does not matter.
 *
 * @param text words that must all be in title, theme, description or venue, in whatever language
 * @param from only what has not ended by then
 * @param before only what starts before
 * @param area a name, a municipality code or a postcode
 * @param audience whom it is for; events for everybody are for them too
 * @param mode how one takes part
 * @param series the series it is of
 * @param network the network that meets
 * @param partOf the umbrella it is a part of
 * @param wholeOnly only what is no part of an umbrella
 */
public record EventQuestion(
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable String area,
        @Nullable Audience audience,
        Attendance.@Nullable Mode mode,
        @Nullable String series,
        @Nullable String network,
        @Nullable String partOf,
        boolean wholeOnly) {

    /** Every event. */
    public static final EventQuestion ALL =
            new EventQuestion(null, null, null, null, null, null, null, null, null, false);

    /** Those of a series. */
    public static EventQuestion ofSeries(String series) {
        return new EventQuestion(null, null, null, null, null, null, series, null, null, false);
    }

    /** Those of a series that are not over, without parts of umbrellas: among these one chooses. */
    public static EventQuestion comingOfSeries(String series, Instant now) {
        return new EventQuestion(null, now, null, null, null, null, series, null, null, true);
    }

    /** The parts of an umbrella. */
    public static EventQuestion partsOf(EventId umbrella) {
        return new EventQuestion(
                null, null, null, null, null, null, null, null, umbrella.value(), false);
    }

    /** Those of a network. */
    public static EventQuestion ofNetwork(String network) {
        return new EventQuestion(null, null, null, null, null, null, null, network, null, false);
    }

    /** Whether an event is one of those looked for; put away ones only within what they are of. */
    public boolean asksFor(ListedEvent event) {
        EventId umbrella = event.belonging().partOf();
        return (!event.isArchived() || series != null || partOf != null)
                && (from == null || event.endsAt().isAfter(from))
                && (before == null || event.startsAt().isBefore(before))
                && (mode == null || mode == event.mode())
                && (audience == null
                        || event.audience().isEmpty()
                        || event.audience().contains(audience))
                && (area == null || event.areas().contains(ListedEvent.lower(area)))
                && (series == null || series.equals(event.belonging().series()))
                && (network == null || network.equals(event.belonging().network()))
                && (partOf == null || (umbrella != null && partOf.equals(umbrella.value())))
                && (!wholeOnly || umbrella == null)
                && ListedEvent.saysAll(text, event.words());
    }
}
