package fi.kumppani.events;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Calls the service as people and programs do. */
@TestComponent
public final class Api {

    public static final String SEINAJOKI = "743";
    public static final String HOME = "/v1/municipalities/" + SEINAJOKI;
    public static final String EVENTS = HOME + "/events";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvc mvc;
    private final Clock clock;

    Api(MockMvc mvc, Clock clock) {
        this.mvc = mvc;
        this.clock = clock;
    }

    /** A coordinator of Seinäjoki. */
    public static Tokens coordinator() {
        return Tokens.of("coordinator").inMunicipality(SEINAJOKI).withRoles(Role.COORDINATOR);
    }

    /** Who loads past events into Seinäjoki. */
    public static Tokens importer() {
        return Tokens.of("importer").inMunicipality(SEINAJOKI).withScopes("history:import");
    }

    /** All there is to be, in another municipality. */
    public static Tokens stranger() {
        return Tokens.of("stranger")
                .inMunicipality("179")
                .withRoles(Role.values())
                .withScopes("history:import", "contacts:read");
    }

    /** A request that can be sent. */
    public Call get(String path) {
        return new Call(HttpMethod.GET, path);
    }

    /** A request that can be sent. */
    public Call post(String path) {
        return new Call(HttpMethod.POST, path);
    }

    /** A request that can be sent. */
    public Call delete(String path) {
        return new Call(HttpMethod.DELETE, path);
    }

    /** A request that can be sent. */
    public Call put(String path) {
        return new Call(HttpMethod.PUT, path);
    }

    /** An evening with so many seats that starts in two weeks, as JSON. */
    public String evening(int capacity) {
        return evening(capacity, clock.instant().plus(Duration.ofDays(14)));
    }

    /** An evening with so many seats that starts then, as JSON. */
    public String evening(int capacity, Instant startsAt) {
        Instant start = startsAt.truncatedTo(ChronoUnit.MILLIS);
        return """
        {"title": {"fi": "Järjestöilta", "sv": "Föreningskväll"},
         "theme": {"fi": "Arjen turvallisuus"},
         "venue": {"name": {"fi": "Järjestötalo"}, "streetAddress": "Esimerkkikatu 6"},
         "coffeeFrom": "%s", "startsAt": "%s", "endsAt": "%s", "registrationDeadline": "%s",
         "capacity": %d}
        """
                .formatted(
                        start.minus(Duration.ofMinutes(15)),
                        start,
                        start.plus(Duration.ofHours(2)),
                        start.minus(Duration.ofDays(2)),
                        capacity);
    }

    /** The id of a new published event with so many seats. */
    public String published(int capacity) {
        return announced(evening(capacity));
    }

    /** The id of a new published event. */
    public String announced(String event) {
        String id = drafted(event);
        put(EVENTS + "/" + id + "/publication")
                .by(coordinator())
                .header("If-Match", "\"1\"")
                .send()
                .is(200);
        return id;
    }

    /** The id of a new draft with so many seats. */
    public String drafted(int capacity) {
        return drafted(evening(capacity));
    }

    private String drafted(String event) {
        return post(EVENTS).by(coordinator()).key(newKey()).body(event).send().is(201).text("/id");
    }

    /** Registers somebody, told apart by a word, and expects a seat or a place. */
    public Answer registered(String event, String word) {
        return registering(event, word, newKey()).send().is(201);
    }

    /** A registration that can be sent. */
    public Call registering(String event, String word, String key) {
        return post(EVENTS + "/" + event + "/registrations")
                .key(key)
                .body(
                        """
                        {"name": "Osallistuja %s", "email": "%s@example.org", "language": "sv"}
                        """
                                .formatted(word, word));
    }

    /** A key nobody has used. */
    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** A request in the making. */
    public final class Call {

        private final HttpMethod method;
        private final String path;
        private final List<String[]> headers = new ArrayList<>();
        private MediaType type = MediaType.APPLICATION_JSON;
        private byte @Nullable [] body;

        private Call(HttpMethod method, String path) {
            this.method = method;
            this.path = path;
        }

        /** With somebody's token. */
        public Call by(Tokens token) {
            return header("Authorization", token.bearer());
        }

        /** With an Idempotency-Key. */
        public Call key(String key) {
            return header("Idempotency-Key", key);
        }

        /** With a header. */
        public Call header(String name, String value) {
            headers.add(new String[] {name, value});
            return this;
        }

        /** With a JSON body. */
        public Call body(String json) {
            body = json.getBytes(StandardCharsets.UTF_8);
            return this;
        }

        /** With a file for a body. */
        public Call file(byte[] content) {
            type = MediaType.APPLICATION_OCTET_STREAM;
            body = content.clone();
            return this;
        }

        /** Sends it. */
        public Answer send() {
            var request = MockMvcRequestBuilders.request(method, path);
            headers.forEach(header -> request.header(header[0], header[1]));
            if (body != null) {
                request.contentType(type).content(body);
            }
            try {
                return new Answer(mvc.perform(request).andReturn().getResponse());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * What came back.
     *
     * @param response as it is
     */
    public record Answer(MockHttpServletResponse response) {

        /** Expects a status. */
        public Answer is(int status) {
            assertThat(response.getStatus()).as(raw()).isEqualTo(status);
            return this;
        }

        /** Expects a refusal for this reason. */
        public Answer refusedAs(String reason) {
            is(409);
            assertThat(text("/reason")).isEqualTo(reason);
            return this;
        }

        /** Expects that a field is named as being at fault. */
        public Answer names(String field) {
            assertThat(json().at("/errors"))
                    .as(raw())
                    .anyMatch(error -> error.at("/field").asString().equals(field));
            return this;
        }

        /** The body. */
        public JsonNode json() {
            return JSON.readTree(raw());
        }

        /** A text in the body. */
        public String text(String pointer) {
            return json().at(pointer).asString();
        }

        /** A number in the body. */
        public long number(String pointer) {
            return json().at(pointer).asLong();
        }

        /** A header that must be there. */
        public String header(String name) {
            return Objects.requireNonNull(response.getHeader(name), name);
        }

        /** The body as it came. */
        public String raw() {
            return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        }
    }
}
