package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.event.EventFacts;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An event as events-service tells it to those who look after it. It is written anew as a whole, so
 * all of it is kept, what no page knows too.
 *
 * @param body all that was told
 * @param facts the same, as far as pages show it
 */
record WholeEvent(Map<String, Object> body, EventFacts facts) {

    static final String ALL = "/v1/municipalities/{municipality}/events";
    static final String ONE = ALL + "/{id}";

    private static final ParameterizedTypeReference<Map<String, Object>> BODY =
            new ParameterizedTypeReference<>() {};

    /** What a description of an event is made of that is told and written under the same name. */
    private static final List<String> WRITTEN_AS_TOLD =
            List.of(
                    "programme",
                    "audience",
                    "areas",
                    "organisers",
                    "seriesId",
                    "partOf",
                    "networkId",
                    "region",
                    "attendance",
                    "venue",
                    "registration");

    /** What else is, which the form of the whole event shows. */
    private static final List<String> TOLD_BY_THE_FORM =
            List.of(
                    "title",
                    "theme",
                    "description",
                    "doorsFrom",
                    "coffeeFrom",
                    "startsAt",
                    "endsAt",
                    "registrationDeadline",
                    "enrolment");

    /** Copies what was told. */
    WholeEvent {
        body = new LinkedHashMap<>(body);
    }

    /** An event that was made. */
    record Made(String id) {}

    static Map<String, String> at(String code, String id) {
        return Map.of("municipality", code, "id", id);
    }

    /** Asks for all of an event. */
    static Question<Map<String, Object>> one(String code, String id) {
        return new Question<>(
                Backend.EVENTS, HttpMethod.GET, BODY, ONE, at(code, id), Map.of(), Map.of(), null);
    }

    /** Plans one; the key makes the form sent twice one event. */
    static Question<Made> make(String code, Map<String, Object> written, String key) {
        return Question.post(Backend.EVENTS, Made.class, ALL, Map.of("municipality", code), written)
                .with("Idempotency-Key", key);
    }

    /** Writes one anew. */
    static Question<Done> write(String code, String id, Map<String, Object> written, String seen) {
        return Question.put(Backend.EVENTS, Done.class, ONE, at(code, id), written)
                .with("If-Match", seen);
    }

    /** What is written back of it, to begin with. */
    Map<String, Object> writable() {
        Map<String, Object> written = new LinkedHashMap<>();
        for (String key : WRITTEN_AS_TOLD) {
            Object told = body.get(key);
            if (told != null) {
                written.put(key, told);
            }
        }
        return written;
    }

    /** All that is written of it, as it was told: for pages that change one part. */
    Map<String, Object> rewritten() {
        Map<String, Object> written = writable();
        for (String key : TOLD_BY_THE_FORM) {
            Object told = body.get(key);
            if (told != null) {
                written.put(key, told);
            }
        }
        Object capacity = part("seats").get("capacity");
        if (capacity != null) {
            written.put("capacity", capacity);
        }
        Map<String, Object> minimum = part("minimum");
        minimum.remove("assured");
        if (!minimum.isEmpty()) {
            written.put("minimum", minimum);
        }
        Map<String, Object> rules = part("registration");
        rules.remove("formVersion");
        if (!rules.isEmpty()) {
            written.put("registration", rules);
        }
        return written;
    }

    /** A part of it that is an object; empty where nothing is told of it. */
    Map<String, Object> part(String name) {
        return object(body.get(name));
    }

    /** A number or word within a part, as it is told; empty where it is not. */
    String told(String part, String name) {
        return Objects.toString(part(part).get(name), "");
    }

    static Map<String, Object> object(@Nullable Object told) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (told instanceof Map<?, ?> map) {
            map.forEach((key, value) -> object.put(String.valueOf(key), value));
        }
        return object;
    }
}
