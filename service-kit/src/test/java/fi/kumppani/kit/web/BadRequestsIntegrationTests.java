package fi.kumppani.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

@SampleServiceTest
class BadRequestsIntegrationTests {

    private static final String SAMPLES = "/v1/municipalities/743/samples";
    private static final String COORDINATOR =
            Tokens.of("anna").inMunicipality("743").withRoles(Role.COORDINATOR).bearer();
    private static final String GOOD =
            """
            {"name": {"fi": "Kylätalo"}, "note": "ok", "amount": "400.00", "home": "743",
             "language": "sv", "day": "2026-11-21", "colour": "RED",
             "venue": {"street": "Kuja 1"}, "others": [], "seats": 80}
            """;

    @LocalServerPort private int port;
    private RestTestClient client = RestTestClient.bindToServer().build();

    @BeforeEach
    void callTheServer() {
        client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @Test
    void takesWhatIsGood() {
        post(GOOD)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.sample.amount")
                .isEqualTo("400.00")
                .jsonPath("$.sample.home")
                .isEqualTo("743")
                .jsonPath("$.sample.language")
                .isEqualTo("sv")
                .jsonPath("$.sample.day")
                .isEqualTo("2026-11-21")
                .jsonPath("$.createdBy")
                .isEqualTo("anna");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "400.00"          | "-1"                      | amount         | invalid
                    "400.00"          | "1.234"                   | amount         | invalid
                    "400.00"          | "1e400"                   | amount         | invalid
                    "400.00"          | "92233720368547758.07"    | amount         | invalid
                    "400.00"          | "4\\u00000"               | amount         | invalid
                    "743"             | "74"                      | home           | invalid
                    "sv"              | "se"                      | language       | invalid
                    "2026-11-21"      | "2026-02-30"              | day            | invalid
                    "RED"             | "BLUE"                    | colour         | invalid
                    {"fi": "Kylätalo"} | {"fi": " "}              | name           | invalid
                    {"fi": "Kylätalo"} | {"fi": "a\\u0000b"}      | name.fi        | invalid
                    {"fi": "Kylätalo"} | {"fi": "a\\ud800b"}      | name.fi        | invalid
                    {"fi": "Kylätalo"} | {"fi": "a\\u202eb"}      | name.fi        | invalid
                    {"fi": "Kylätalo"} | {"fi": "a", "de": "b"}   | name.de        | unknown
                    {"fi": "Kylätalo"} | null                     | name           | not-null
                    {"street": "Kuja 1"} | {"street": ""}         | venue.street   | not-blank
                    {"street": "Kuja 1"} | {"street": "a", "name": {}} | venue.name | invalid
                    []                | [{"street": "a"}, {}]     | others[1].street | not-blank
                    "seats": 80       | "seats": null             | seats          | not-null
                    "seats": 80       | "seats": 8.5              | seats          | invalid
                    "seats": 80       | "seats": 1e400            | seats          | invalid
                    "RED"             | 0                         | colour         | invalid
                    "seats": 80       | "seats": 80, "status": "DECIDED" | status  | unknown
                    """)
    void namesTheFieldWhoseContentIsNotValid(String good, String bad, String field, String code) {
        post(GOOD.replace(good, bad))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:kumppani:problem:invalid")
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
    }

    @Test
    void namesEveryFieldThatIsMissing() {
        post("{\"seats\": 1}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name")
                .jsonPath("$.errors[1].field")
                .isEqualTo("note");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "400.00"          | 400.00                    | amount
                    "400.00"          | {"$ne": null}             | amount
                    "ok"              | ["ok"]                    | note
                    "ok"              | {"$gt": ""}               | note
                    "ok"              | 12                        | note
                    {"fi": "Kylätalo"} | "Kylätalo"               | name
                    []                | {}                        | others
                    "seats": 80       | "seats": "80"             | seats
                    "seats": 80       | "seats": 99999999999999   | seats
                    """)
    void namesTheFieldThatIsOfAnotherKind(String good, String bad, String field) {
        post(GOOD.replace(good, bad))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:kumppani:problem:malformed")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"name\"",
                "nonsense",
                "[]",
                "\"text\"",
                "{\"seats\": 1, \"seats\": 2}",
                "{\"name\": {\"fi\": \"a\", \"fi\": \"b\"}}",
                "{\"note\": \"a\u0000b\"}",
                "{\"seats\": NaN}"
            })
    void refusesWhatIsNotProperJson(String body) {
        post(body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:kumppani:problem:malformed");
    }

    @Test
    void refusesWhatFollowsTheBody() {
        post(GOOD + "{}").expectStatus().isBadRequest();
    }

    @Test
    void refusesADepthBombAtOnce() {
        String bomb = "{\"others\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        post(bomb).expectStatus().isBadRequest();
        String unknownBomb = "{\"x\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        post(unknownBomb).expectStatus().is4xxClientError();
    }

    @Test
    void refusesALargeBodyWithoutReadingIt() throws Exception {
        HttpResponse<String> announced =
                send(HttpRequest.BodyPublishers.ofByteArray(new byte[10_000_000]));
        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(announced.body()).contains("urn:kumppani:problem:too-large");
    }

    @Test
    void refusesALargeBodyThatDoesNotTellItsLength() throws Exception {
        byte[] large = "x".repeat(1_500_000).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> streamed =
                send(
                        HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(large)));
        assertThat(streamed.statusCode()).isEqualTo(413);
    }

    @Test
    void readsNoBodyOfAnybodyWhoMayNotSendIt() {
        client.post()
                .uri(SAMPLES)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{ broken")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void requiresAnIdempotencyKeyOfEightVisibleCharactersAtLeast() {
        expectError(
                client.post()
                        .uri(SAMPLES)
                        .header(HttpHeaders.AUTHORIZATION, COORDINATOR)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(GOOD)
                        .exchange(),
                "Idempotency-Key",
                "idempotency-key-missing");
        expectError(post(GOOD, "short"), "Idempotency-Key", "idempotency-key-malformed");
        expectError(post(GOOD, "k".repeat(129)), "Idempotency-Key", "idempotency-key-malformed");
        expectError(post(GOOD, "has blanks in it"), "Idempotency-Key", "idempotency-key-malformed");
    }

    @Test
    void tellsARepeatFromAnotherRequestUnderTheSameKey() {
        String first = keyAndHash(GOOD, "key-0001", COORDINATOR, "743");
        assertThat(keyAndHash(GOOD, "key-0001", COORDINATOR, "743")).isEqualTo(first);
        String key = first.split(" ", -1)[0];
        String hash = first.split(" ", -1)[1];
        String other = keyAndHash(GOOD.replace("80", "81"), "key-0001", COORDINATOR, "743");
        assertThat(other).startsWith(key + " ").doesNotEndWith(hash);
        assertThat(keyAndHash(GOOD, "key-0002", COORDINATOR, "743")).doesNotStartWith(key);
        String berit =
                Tokens.of("berit")
                        .inMunicipality("743")
                        .inMunicipality("179")
                        .withRoles(Role.COORDINATOR)
                        .bearer();
        String ofBerit = keyAndHash(GOOD, "key-0001", berit, "743");
        assertThat(ofBerit).doesNotStartWith(key).endsWith(hash);
        assertThat(keyAndHash(GOOD, "key-0001", berit, "179"))
                .doesNotStartWith(ofBerit.split(" ", -1)[0]);
    }

    @Test
    void requiresThePreconditionAndTellsWhenItIsStale() {
        change(null)
                .expectStatus()
                .isEqualTo(428)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:kumppani:problem:precondition-required");
        for (String malformed : new String[] {"7", "*", "W/\"7\"", "\"7\", \"8\"", "\"x\""}) {
            expectError(change(malformed), "If-Match", "malformed");
        }
        change("\"6\"")
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:kumppani:problem:stale");
        change("\"7\"").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"8\"");
    }

    @Test
    void walksThroughPages() {
        String body =
                get(SAMPLES + "?limit=2")
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(body).isEqualTo("{\"items\":[\"0\",\"1\"],\"next\":\"MQ\"}");
        get(SAMPLES + "?limit=3&cursor=MQ")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("{\"items\":[\"2\",\"3\",\"4\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit",
        "limit=201,limit",
        "limit=1e9,limit",
        "limit=-1,limit",
        "cursor=%24%24,cursor",
        "cursor=_w,cursor",
        "cursor=,cursor"
    })
    void namesTheParameterThatIsBad(String query, String name) {
        expectError(
                client.get()
                        .uri(URI.create("http://127.0.0.1:" + port + SAMPLES + "?" + query))
                        .exchange(),
                name,
                "malformed");
    }

    @Test
    void namesParametersThatAreBadOrMissing() {
        expectError(get(SAMPLES + "/counted?count=x&day=2026-11-21"), "count", "malformed");
        expectError(get(SAMPLES + "/counted?count=1&day=yesterday"), "day", "malformed");
        expectError(get(SAMPLES + "/counted?day=2026-11-21"), "count", "missing");
        expectError(get(SAMPLES + "/counted?count=0&day=2026-11-21"), "count", "min");
        expectError(get(SAMPLES + "/here?lang=de"), "lang", "malformed");
    }

    @Test
    void answersInTheLanguageThatIsAsked() {
        get(SAMPLES + "/here?lang=en")
                .expectHeader()
                .valueMatches("Vary", ".*Accept-Language.*")
                .expectBody()
                .jsonPath("$.language")
                .isEqualTo("en");
        client.get()
                .uri(SAMPLES + "/here")
                .header(HttpHeaders.ACCEPT_LANGUAGE, "de, sv-FI;q=0.8, fi;q=0.5")
                .exchange()
                .expectBody()
                .jsonPath("$.language")
                .isEqualTo("sv");
    }

    @Test
    void saysWhatTheFrameworkRefusesInTheSameWay() {
        client.delete()
                .uri(SAMPLES)
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .exists("Allow")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:kumppani:problem:method-not-allowed");
        client.post()
                .uri(SAMPLES)
                .contentType(MediaType.TEXT_PLAIN)
                .header(HttpHeaders.AUTHORIZATION, COORDINATOR)
                .header("Idempotency-Key", "12345678")
                .body("x")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:kumppani:problem:unsupported-media-type");
        get("/nowhere")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:kumppani:problem:not-found");
        get("/error").expectStatus().isNotFound();
    }

    @Test
    void saysThatTheStoreIsAwayWhenItLeftAMomentAgo() {
        get(SAMPLES + "/failing/store-left").expectStatus().isEqualTo(503);
    }

    @Test
    void saysThatTheStoreIsAwayWhenThatIsBehindTheFailure() {
        get(SAMPLES + "/failing/store-behind").expectStatus().isEqualTo(503);
    }

    @Test
    void refusesMovesWithTheReasonAndTellsNothingOfFaults() {
        get(SAMPLES + "/failing/refused")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("window-closed");
        get(SAMPLES + "/failing/taken")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("business-id-taken");
        get(SAMPLES + "/failing/store")
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody(String.class)
                .value(body -> assertThat(body).doesNotContain("secret-host"));
        get(SAMPLES + "/failing/contention")
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1");
        get(SAMPLES + "/failing/otherwise")
                .expectStatus()
                .isEqualTo(500)
                .expectBody(String.class)
                .value(
                        body ->
                                assertThat(body)
                                        .contains("urn:kumppani:problem:fault")
                                        .doesNotContain("kissa", "Exception"));
    }

    private String keyAndHash(String body, String key, String token, String municipality) {
        Kept created =
                client.post()
                        .uri("/v1/municipalities/" + municipality + "/samples")
                        .header(HttpHeaders.AUTHORIZATION, token)
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(Kept.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(created).uniqueKey() + " " + created.bodyHash();
    }

    private RestTestClient.ResponseSpec get(String path) {
        return client.get().uri(path).exchange();
    }

    private RestTestClient.ResponseSpec post(String body) {
        return post(body, "12345678");
    }

    private RestTestClient.ResponseSpec post(String body, String key) {
        return client.post()
                .uri(SAMPLES)
                .header(HttpHeaders.AUTHORIZATION, COORDINATOR)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec change(@Nullable String ifMatch) {
        return client.put()
                .uri(SAMPLES + "/1")
                .header(HttpHeaders.AUTHORIZATION, COORDINATOR)
                .headers(
                        headers -> {
                            if (ifMatch != null) {
                                headers.set(HttpHeaders.IF_MATCH, ifMatch);
                            }
                        })
                .exchange();
    }

    private HttpResponse<String> send(HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + SAMPLES))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header(HttpHeaders.AUTHORIZATION, COORDINATOR)
                        .header("Idempotency-Key", "12345678")
                        .header(HttpHeaders.CONTENT_TYPE, "application/json")
                        .POST(body)
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void expectError(RestTestClient.ResponseSpec answer, String field, String code) {
        answer.expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
    }

    private record Kept(String uniqueKey, String bodyHash) {}
}
