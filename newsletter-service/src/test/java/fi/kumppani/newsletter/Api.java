package fi.kumppani.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.newsletter.mail.Mails;
import fi.kumppani.newsletter.smtp.ScriptedSmtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls the service as people and programs do, and reads the letters it sends. */
@TestComponent
public final class Api {

    public static final String SEINAJOKI = "743";
    public static final String HOME = "/v1/municipalities/" + SEINAJOKI;
    public static final String ELSEWHERE = "/v1/municipalities/179";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TOKEN = Pattern.compile("[?&]token=([^\\s>&]+)");

    private final MockMvc mvc;
    private final ScriptedSmtp mailServer;
    private final Mails mails;
    private final MongoDatabaseFactory store;

    Api(MockMvc mvc, ScriptedSmtp mailServer, Mails mails, MongoDatabaseFactory store) {
        this.mvc = mvc;
        this.mailServer = mailServer;
        this.mails = mails;
        this.store = store;
    }

    /** A coordinator of Seinäjoki. */
    public static Tokens coordinator() {
        return Tokens.of("coordinator").inMunicipality(SEINAJOKI).withRoles(Role.COORDINATOR);
    }

    /** At home in Seinäjoki, without a role for letters. */
    public static Tokens officer() {
        return Tokens.of("officer")
                .inMunicipality(SEINAJOKI)
                .withRoles(Role.GRANT_OFFICER, Role.DECISION_MAKER);
    }

    /** Who runs the deployment; of no municipality. */
    public static Tokens operator() {
        return Tokens.of("operator").withRoles(Role.OPERATOR);
    }

    /** Who loads the past into Seinäjoki. */
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
    public Call put(String path) {
        return new Call(HttpMethod.PUT, path);
    }

    /** A request that can be sent. */
    public Call delete(String path) {
        return new Call(HttpMethod.DELETE, path);
    }

    /** A request that can be sent. */
    public Call request(HttpMethod method, String path) {
        return new Call(method, path);
    }

    /** The id of a new list. */
    public String list() {
        return post(HOME + "/lists")
                .by(coordinator())
                .key(newKey())
                .body("{\"name\": {\"fi\": \"Uutiskirje\", \"sv\": \"Nyhetsbrev\"}}")
                .send()
                .is(201)
                .text("/id");
    }

    /** Asks for a list. */
    public Answer ask(String list, String email) {
        return ask(list, email, "fi");
    }

    /** Asks for a list in a language. */
    public Answer ask(String list, String email, String language) {
        return post(HOME + "/lists/" + list + "/subscriptions")
                .body("{\"email\": \"%s\", \"language\": \"%s\"}".formatted(email, language))
                .send();
    }

    /** Confirms with a token. */
    public Answer confirm(String token) {
        return post(HOME + "/subscription-confirmations")
                .body("{\"token\": \"%s\"}".formatted(token))
                .send();
    }

    /** Asks for a list and confirms it with the link in the mail. */
    public void subscribe(String list, String email) {
        ask(list, email).is(202);
        confirm(tokenIn(letters(email, 1).getFirst())).is(200);
    }

    /** The id of a new issue 1/2026 of the list, a draft with version 1. */
    public String draft(String list) {
        return post(HOME + "/lists/" + list + "/issue-drafts")
                .by(coordinator())
                .key(newKey())
                .body(issue(1))
                .send()
                .is(201)
                .text("/id");
    }

    /** Orders a draft of version 1 to be sent, and waits until it is. */
    public Answer send(String issue) {
        put(HOME + "/issue-drafts/" + issue + "/sending").by(coordinator()).seen(1).send().is(202);
        return Awaitility.await("issue " + issue + " to be sent")
                .atMost(TestMessages.PATIENCE)
                .until(
                        () ->
                                get(HOME + "/issue-drafts/" + issue + "/sending")
                                        .by(coordinator())
                                        .send()
                                        .is(200),
                        answer -> answer.text("/state").equals("sent"));
    }

    /** An issue of 2026 as JSON. */
    public static String issue(int number) {
        return """
        {"number": %d, "year": 2026, "title": {"fi": "Kumppanuuspöytä 24.9."},
         "items": [{"title": {"fi": "Tule mukaan"}, "text": {"fi": "Kahvit 16.30 alkaen."},
                    "link": "https://www.example.org/"}]}
        """
                .formatted(number);
    }

    /** Waits for so many letters to an address, in the order they came. */
    public List<MimeMessage> letters(String email, int count) {
        return Awaitility.await(count + " letters")
                .atMost(TestMessages.PATIENCE)
                .until(() -> lettersNow(email), letters -> letters.size() >= count);
    }

    /** Waits until no mail of Seinäjoki is on its way. */
    public void awaitAllMailsSettled() {
        Awaitility.await("all mails to be settled")
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                Tenancy.callIn(
                                                        new MunicipalityCode(SEINAJOKI),
                                                        mails::counts))
                                        .doesNotContainKeys("queued", "sending", "uncertain"));
    }

    /** The letters that have come to an address so far. */
    public List<MimeMessage> lettersNow(String email) {
        return mailServer.takenFor(email).stream().map(taken -> parse(taken.lines())).toList();
    }

    /** The token of the first link in the plain text of a letter. */
    public static String tokenIn(MimeMessage letter) {
        return token(text(letter));
    }

    /** The token of a link. */
    public static String token(String link) {
        Matcher found = TOKEN.matcher(link);
        assertThat(found.find()).as(link).isTrue();
        return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
    }

    /** What a letter says in plain text. */
    public static String text(MimeMessage letter) {
        try {
            return String.valueOf(
                    ((MimeMultipart) letter.getContent()).getBodyPart(0).getContent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A header of a letter. */
    public static String header(MimeMessage letter, String name) {
        try {
            return Objects.requireNonNull(letter.getHeader(name, ","), name);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many documents a collection has. */
    public long stored(String collection) {
        return store.getMongoDatabase().getCollection(collection).countDocuments();
    }

    /** All documents of a collection, as JSON. */
    public String content(String collection) {
        StringBuilder all = new StringBuilder();
        store.getMongoDatabase()
                .getCollection(collection)
                .find()
                .forEach(document -> all.append(document.toJson()).append('\n'));
        return all.toString();
    }

    /** An address nobody has. */
    public static String newAddress() {
        return "reader-" + UUID.randomUUID() + "@example.org";
    }

    /** A key nobody has used. */
    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static MimeMessage parse(List<String> lines) {
        byte[] bytes = String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request in the making. */
    public final class Call {

        private final HttpMethod method;
        private final String path;
        private final List<String[]> headers = new ArrayList<>();
        private MediaType type = MediaType.APPLICATION_JSON;
        private @Nullable String body;

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

        /** To the version that was seen. */
        public Call seen(long version) {
            return header("If-Match", "\"" + version + "\"");
        }

        /** With a header. */
        public Call header(String name, String value) {
            headers.add(new String[] {name, value});
            return this;
        }

        /** With a JSON body. */
        public Call body(String json) {
            body = json;
            return this;
        }

        /** With a form for a body. */
        public Call form(String form) {
            type = MediaType.APPLICATION_FORM_URLENCODED;
            body = form;
            return this;
        }

        /** With one field of a form, as a program that uploads sends it. */
        public Call multipart(String name, String value) {
            type = new MediaType(MediaType.MULTIPART_FORM_DATA, Map.of("boundary", "limit"));
            body =
                    "--limit\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n--limit--\r\n"
                            .formatted(name, value);
            return this;
        }

        /** Sends it. */
        public Answer send() {
            var request = MockMvcRequestBuilders.request(method, path);
            headers.forEach(header -> request.header(header[0], header[1]));
            if (body != null) {
                request.contentType(type).content(body.getBytes(StandardCharsets.UTF_8));
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
            assertThat(response.getContentType()).isEqualTo("application/problem+json");
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
