package fi.kumppani.grants;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.contracts.registry.Mandate;
import fi.kumppani.contracts.registry.MandateGranted;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;

/** Calls the service as people and programs do. */
@TestComponent
public final class Api {

    public static final String SEINAJOKI = "743";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvc mvc;
    private final TestMessages messages;
    private final Ids ids;
    private final Clock clock;
    private final String municipality;

    @Autowired
    Api(MockMvc mvc, TestMessages messages, Ids ids, Clock clock) {
        this(mvc, messages, ids, clock, SEINAJOKI);
    }

    private Api(MockMvc mvc, TestMessages messages, Ids ids, Clock clock, String municipality) {
        this.mvc = mvc;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
        this.municipality = municipality;
    }

    /** The same in another municipality than Seinäjoki. */
    public Api in(String code) {
        return new Api(mvc, messages, ids, clock, code);
    }

    private Tokens here(Tokens somebody) {
        return somebody.inMunicipality(municipality);
    }

    /** A grant officer of Seinäjoki. */
    public static Tokens officer() {
        return Tokens.of("officer").inMunicipality(SEINAJOKI).withRoles(Role.GRANT_OFFICER);
    }

    /** A decision maker of Seinäjoki. */
    public static Tokens decider() {
        return Tokens.of("decider").inMunicipality(SEINAJOKI).withRoles(Role.DECISION_MAKER);
    }

    /** Somebody without any role, whose home is in the regional centre. */
    public static Tokens person(String subject) {
        return Tokens.of(subject)
                .inMunicipality(SEINAJOKI)
                .withRoles(Role.ASSOCIATION_REPRESENTATIVE);
    }

    /** Somebody without any role, whose home is in another municipality. */
    public static Tokens personFromElsewhere(String subject) {
        return Tokens.of(subject).inMunicipality("179").withRoles(Role.ASSOCIATION_REPRESENTATIVE);
    }

    /** All of the roles, in another municipality. */
    public static Tokens stranger() {
        return Tokens.of("stranger")
                .inMunicipality("179")
                .withRoles(Role.values())
                .withScopes("history:import");
    }

    /** A new id. */
    public String newId() {
        return ids.next();
    }

    /** An active association that the registry has told of. */
    public String association() {
        return association("registered-association", true);
    }

    /** An association that the registry has told of. */
    public String association(String form, boolean active) {
        String id = ids.next();
        register(told(id, form, active));
        return id;
    }

    /** An association that the registry has told of, and that is at home in the municipality. */
    public String associationOf(String municipality) {
        String id = ids.next();
        register(told(id, "registered-association", municipality, true));
        return id;
    }

    private void register(Association association) {
        messages.publish(
                TestMessage.of(new AssociationRegistered(association))
                        .about(association.id())
                        .in(association.homeMunicipality()));
        messages.awaitAllHandled("registryMessages");
    }

    /** What the registry tells of an association. */
    public static Association told(String id, String form, boolean active) {
        return told(id, form, "052", active);
    }

    private static Association told(
            String id, String form, String homeMunicipality, boolean active) {
        return new Association(
                id,
                new LocalizedTexts("Kortesjärven kyläyhdistys", "Kortesjärvi byaförening", null),
                null,
                null,
                form,
                homeMunicipality,
                4,
                List.of(),
                "verified",
                active,
                false);
    }

    /** Has the registry tell that the person may act for the association in matters of grants. */
    public void mandate(String subject, String association) {
        String id = ids.next();
        messages.publish(
                TestMessage.of(
                                new MandateGranted(
                                        new Mandate(id, association, subject, "grants", true)))
                        .about(id)
                        .in("052"));
        messages.awaitAllHandled("registryMessages");
    }

    /** A call that is open now, in Seinäjoki: its id. */
    public String publishedCall(String budget, String cap) {
        Answer drafted = post("/calls", here(officer()), callBody(budget, cap));
        assertThat(drafted.status()).isEqualTo(201);
        String id = drafted.text("/id");
        Answer published = put("/calls/" + id + "/publication", here(officer()), "\"1\"", "");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        return id;
    }

    /** A call that is open now, with a cap of 400 and these grounds: its id. */
    public String publishedCallWith(String scheme) {
        String body =
                callBody("30000.00", "400.00")
                        .stripTrailing()
                        .replaceFirst(
                                "}$", Matcher.quoteReplacement(",\"scheme\":" + scheme + "}"));
        Answer drafted = post("/calls", here(officer()), body);
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        String id = drafted.text("/id");
        Answer published = put("/calls/" + id + "/publication", here(officer()), "\"1\"", "");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        return id;
    }

    /** What an officer sends to plan a call that is open now. */
    public String callBody(String budget, String cap) {
        return """
        {"title":{"fi":"Kylien kehittämisraha","sv":"Byautvecklingsmedel"},
         "description":{"fi":"Kylien tapahtumiin"},
         "criteria":{"fi":"Tapahtuma on avoin kaikille"},
         "year":2026,"budget":"%s","capPerApplication":"%s",
         "eligibleForms":["registered-association","unregistered-group","cooperative"],
         "opensAt":"%s","closesAt":"%s"}
        """
                .formatted(
                        budget,
                        cap,
                        clock.instant().minus(Duration.ofDays(1)),
                        clock.instant().plus(Duration.ofDays(30)));
    }

    /** What an applicant sends to start a draft. */
    public static String applicationBody(String call, String association, String requested) {
        return """
        {"callId":"%s","associationId":"%s","purpose":"Kyläjuhlan esiintyjät",
         "requested":"%s","events":1,"eventDescription":"Kyläjuhla elokuussa",
         "email":"kyla@example.org","language":"sv"}
        """
                .formatted(call, association, requested);
    }

    /** An application that arrived, written by an officer on behalf: its id. */
    public String submitted(String call, String association, String requested) {
        Answer started =
                post(
                        "/applications",
                        here(officer()),
                        applicationBody(call, association, requested));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        String id = started.text("/id");
        Answer submitted = put("/applications/" + id + "/submission", here(officer()), "\"1\"", "");
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        return id;
    }

    /** An application of 300 euros that is granted in full: its id. */
    public String granted(String association) {
        return granted(publishedCall("30000.00", "400.00"), association);
    }

    /** An application to a call for 300 euros that is granted in full: its id. */
    public String granted(String call, String association) {
        String id = submitted(call, association, "300.00");
        Answer decided =
                post(
                        "/applications/" + id + "/decision",
                        here(decider()),
                        "{\"decision\":\"grant\",\"amount\":\"300.00\"}");
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        return id;
    }

    /** Has an appeal instruction valid from 2020 on, unless there is one. */
    public void haveAnAppealEdition() {
        if (get("/appeal-instructions").json().at("/items").isEmpty()) {
            Answer kept =
                    send(
                            HttpMethod.PUT,
                            "/appeal-instructions/2020-01-01",
                            here(officer()).bearer(),
                            appealEditionBody("sivistyslautakunta"),
                            null,
                            "");
            assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        }
    }

    /** What an officer sends to keep an edition of the appeal instructions. */
    public static String appealEditionBody(String board) {
        return """
        {"boardAbove":{"fi":"%s"},"officeName":{"fi":"Kirjaamo"},"address":"Kirkkokatu 6",\
        "email":"kirjaamo@example.org","openingHours":{"fi":"ma–pe 9–15"}}
        """
                .formatted(board)
                .strip();
    }

    /** What the service answers when a mail of this kind is to be sent. */
    public Answer contact(String subject, String kind) {
        return send(
                HttpMethod.POST,
                "//internal/contacts",
                Tokens.of("newsletter").withScopes("contacts:read").bearer(),
                "{\"requests\":[{\"id\":\"m\",\"municipality\":\"%s\",\"subject\":\"%s\",\"kind\":\"%s\"}]}"
                        .formatted(municipality, subject, kind),
                null,
                "");
    }

    /** POST with a key of its own. */
    public Answer post(String path, Tokens token, String body) {
        return post(path, token, body, ids.next());
    }

    /** POST with this key. */
    public Answer post(String path, Tokens token, String body, String key) {
        return send(HttpMethod.POST, path, token.bearer(), body, "Idempotency-Key", key);
    }

    /** PUT of a change to this version. */
    public Answer put(String path, Tokens token, String etag, String body) {
        return send(HttpMethod.PUT, path, token.bearer(), body, HttpHeaders.IF_MATCH, etag);
    }

    /** GET with a token. */
    public Answer get(String path, Tokens token) {
        return send(HttpMethod.GET, path, token.bearer(), "", null, "");
    }

    /** GET by somebody unknown. */
    public Answer get(String path) {
        return send(HttpMethod.GET, path, null, "", null, "");
    }

    /**
     * Sends a request.
     *
     * @param path within the municipality, unless it begins with {@code //}
     */
    public Answer send(
            HttpMethod method,
            String path,
            @Nullable String bearer,
            String body,
            @Nullable String header,
            String value) {
        String uri =
                path.startsWith("//")
                        ? path.substring(1)
                        : "/v1/municipalities/" + municipality + path;
        var request = MockMvcRequestBuilders.request(method, URI.create(uri));
        if (bearer != null) {
            request.header(HttpHeaders.AUTHORIZATION, bearer);
        }
        if (header != null) {
            request.header(header, value);
        }
        if (!body.isEmpty()) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        try {
            return new Answer(mvc.perform(request).andReturn().getResponse());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** This text as JSON. */
    public static JsonNode parsed(String json) {
        return JSON.readTree(json);
    }

    /** What the service answered. */
    public record Answer(MockHttpServletResponse response) {

        /** The status code. */
        public int status() {
            return response.getStatus();
        }

        /** The body as text. */
        public String body() {
            return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        /** The body as JSON. */
        public JsonNode json() {
            return parsed(body());
        }

        /** The text at this JSON pointer. */
        public String text(String pointer) {
            JsonNode node = json().at(pointer);
            if (node.isMissingNode()) {
                throw new AssertionError("Nothing at " + pointer + " in " + body());
            }
            return node.asString();
        }

        /** A header. */
        public String header(String name) {
            return String.valueOf(response.getHeader(name));
        }
    }
}
