package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.Instant;
import java.util.Map;

/**
 * A registration as events-service tells it to coordinators; never who registered.
 *
 * @param status {@code requested}, {@code confirmed}, {@code waitlisted}, {@code offered}, {@code
 *     held} or {@code cancelled}
 * @param place in the queue, for those who wait
 * @param seats how many come
 * @param seatsNow how many seats a party that waits for more has already
 * @param acceptBy until when an offer can be accepted
 * @param ending how it ended, such as {@code given-up}
 */
record ParticipantFacts(
        long number,
        String status,
        @Nullable Long place,
        int seats,
        @Nullable Integer seatsNow,
        @Nullable String quota,
        @Nullable String associationId,
        @Nullable String group,
        @Nullable Instant acceptBy,
        Instant registeredAt,
        @Nullable String ending) {

    private static final String PATH = WholeEvent.ONE + "/participants";
    private static final ParameterizedTypeReference<Listing<ParticipantFacts>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** Asks for a page of the registrations to an event, in order of arrival. */
    static Question<Listing<ParticipantFacts>> page(
            String code, String event, String from, int most) {
        return Question.page(Backend.EVENTS, LISTING, PATH, WholeEvent.at(code, event), from, most);
    }

    /** Asks for the table of all of them with their names, as a file. */
    static Question<byte[]> table(String code, String event, String format) {
        return Question.post(
                Backend.EVENTS,
                byte[].class,
                PATH + "/exports",
                WholeEvent.at(code, event),
                Map.of("format", format));
    }

    /** Decides about one. */
    static Question<Done> decide(
            String code, String event, String number, String act, String reason) {
        Map<String, String> registration =
                Map.of("municipality", code, "id", event, "number", number);
        String path = PATH + "/{number}/" + act;
        return act.equals(ParticipantActs.APPROVAL)
                ? Question.put(Backend.EVENTS, Done.class, path, registration, Map.of())
                : Question.post(
                        Backend.EVENTS, Done.class, path, registration, Map.of("reason", reason));
    }
}
