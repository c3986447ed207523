package fi.kumppani.portal.desk;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.Instant;
import java.util.Map;

/**
 * What events-service tells of an event about which something is to be decided.
 *
 * @param approvals registrations to approve, if there are any
 * @param minimum how many must come, while it is open whether the event is held
 */
record AwaitedEvent(
        String eventId,
        LocalizedText title,
        @Nullable Approvals approvals,
        @Nullable Minimum minimum) {

    private static final ParameterizedTypeReference<Listing<AwaitedEvent>> LISTING =
            new ParameterizedTypeReference<>() {};

    /**
     * Registrations that wait.
     *
     * @param since when the oldest arrived
     */
    record Approvals(int waiting, Instant since) {}

    /**
     * How many must come.
     *
     * @param confirmed people with a seat now
     * @param decidedAt when they are counted
     */
    record Minimum(int atLeast, int confirmed, Instant decidedAt) {}

    /** Asks for all of a municipality. */
    static Question<Listing<AwaitedEvent>> all(String municipality) {
        return Question.list(
                Backend.EVENTS,
                LISTING,
                "/v1/municipalities/{municipality}/awaited-decisions",
                Map.of("municipality", municipality));
    }
}
