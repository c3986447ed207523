package fi.kumppani.events.event;

import fi.kumppani.events.network.KnownNetwork;
import fi.kumppani.events.network.Networks;
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
    private final Networks networks;

    KnownGroupings(Events events, KnownSeries series, EventListing listing, Networks networks) {
        this.events = events;
        this.series = series;
        this.listing = listing;
        this.networks = networks;
    }

    /**
     * Notes the fields that name something unknown, or an event that cannot have parts: a part
     * itself, or the event at hand. A network that the event at hand is bound to may have ended.
     *
     * @param self the event at hand; null for a new one
     */
    public void check(Belonging belonging, @Nullable EventId self, FieldErrors errors) {
        if (belonging.series() != null && !series.has(belonging.series())) {
            errors.add("seriesId", "unknown", "There is no such series");
        }
        if (!isBound(self, belonging.network())) {
            checkNetwork(belonging.network(), errors);
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

    /**
     * Notes it when something new cannot be of the network, for it is unknown here or has ended.
     *
     * @param network its id; null for none
     */
    public void checkNetwork(@Nullable String network, FieldErrors errors) {
        if (network == null) {
            return;
        }
        Optional<KnownNetwork> found = networks.find(network);
        if (found.isEmpty()) {
            errors.add("networkId", "unknown", "There is no such network here");
        } else if (!found.get().active()) {
            errors.add("networkId", "ended", "This network has ended");
        }
    }

    private boolean isBound(@Nullable EventId self, @Nullable String network) {
        return self != null
                && network != null
                && events.find(self)
                        .map(event -> event.details().particulars().belonging().network())
                        .filter(network::equals)
                        .isPresent();
    }

    private boolean hasParts(EventId event) {
        return listing.own().stream().anyMatch(listed -> event.equals(listed.belonging().partOf()));
    }
}
