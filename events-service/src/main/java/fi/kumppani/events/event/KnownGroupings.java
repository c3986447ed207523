package fi.kumppani.events.event;

import fi.kumppani.kit.problem.FieldErrors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.Optional;

/** Checks that what an event says it is a part of is there, in the same municipality. */
@Service
public class KnownGroupings {

    private final Events events;
    private final KnownSeries series;
    private final EventListing listing;

    KnownGroupings(Events events, KnownSeries series, EventListing listing) {
        this.events = events;
        this.series = series;
        this.listing = listing;
    }

    /**
     * Notes the fields that name something unknown, or an event that cannot have parts: a part
     * itself, or the event at hand.
     *
     * @param self the event at hand; null for a new one
     */
    public void check(Belonging belonging, @Nullable EventId self, FieldErrors errors) {
        if (belonging.series() != null && !series.has(belonging.series())) {
            errors.add("seriesId", "unknown", "There is no such series");
        }
        EventId umbrella = belonging.partOf();
        if (umbrella == null) {
            return;
        }
        Optional<Event> found = events.find(umbrella);
        if (found.isEmpty()) {
            errors.add("partOf", "unknown", "There is no such event");
        } else if (umbrella.equals(self)
                || found.get().details().particulars().belonging().partOf() != null) {
            errors.add("partOf", "not-an-umbrella", "A part cannot have parts");
        } else if (self != null && hasParts(self)) {
            errors.add("partOf", "is-an-umbrella", "An event with parts is not a part itself");
        }
    }

    private boolean hasParts(EventId event) {
        return listing.own().stream().anyMatch(listed -> event.equals(listed.belonging().partOf()));
    }
}
