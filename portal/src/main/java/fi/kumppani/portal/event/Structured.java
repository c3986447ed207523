package fi.kumppani.portal.event;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/** An event as search engines read it in the page (schema.org, JSON-LD). */
@Component
class Structured {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT =
            new ParameterizedTypeReference<>() {};

    private final JsonMapper json;

    Structured(JsonMapper json) {
        this.json = json;
    }

    Question<Map<String, Object>> of(String municipality, String event) {
        return new Question<>(
                Backend.EVENTS,
                HttpMethod.GET,
                OBJECT,
                "/v1/municipalities/{municipality}/events/{id}/structured",
                Map.of("municipality", municipality, "id", event),
                Map.of(),
                Map.of(),
                null);
    }

    /** JSON that can stand in a script element: nothing in it ends the element. */
    String text(Map<String, Object> structured) {
        return json.writeValueAsString(structured)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
