package fi.kumppani.localstack.identity;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import fi.kumppani.localstack.FreePorts;
import fi.kumppani.localstack.LocalStackSettings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

@TestInstance(Lifecycle.PER_CLASS)
class IdentityEngineIntegrationTests {

    private static final String SEINAJOKI_COORDINATOR = "0243f240-c03c-5b56-9482-08e7e1bfdea2";

    private final int port = FreePorts.next();
    private final String issuer = "http://localhost:" + port;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final IdentityEngine engine;

    IdentityEngineIntegrationTests(@TempDir Path data) {
        engine =
                new IdentityEngine(
                        LocalStackSettings.from("--data=" + data, "--ports.identity=" + port));
    }

    @BeforeAll
    void start() {
        engine.start();
    }

    @AfterAll
    void stop() {
        engine.close();
    }

    @Test
    void givesTheClientOfAUserTheClaimsOfThatUser() throws Exception {
        var claims =
                claims(
                        token("api-coordinator.seinajoki", "grant_type=client_credentials")
                                .get("access_token"));

        assertThat(claims.getSubject()).isEqualTo(SEINAJOKI_COORDINATOR);
        assertThat(claims.getIssuer()).isEqualTo(issuer);
        assertThat(claims.getAudience()).containsExactly("kumppani");
        assertThat(claims.getStringListClaim("roles")).containsExactly("coordinator");
        assertThat(claims.getStringListClaim("municipalities")).containsExactly("743");
        assertThat(claims.getIssueTime().toInstant().plus(Duration.ofMinutes(15)))
                .isEqualTo(claims.getExpirationTime().toInstant());
    }

    @Test
    void givesAServiceItsScopeAndNoRole() throws Exception {
        var claims =
                claims(
                        token(
                                        "newsletter-service",
                                        "grant_type=client_credentials&scope=contacts:read")
                                .get("access_token"));

        assertThat(claims.getStringListClaim("scope")).containsExactly("contacts:read");
        assertThat(claims.getStringListClaim("roles")).isEmpty();
    }

    @Test
    void refusesAScopeThatIsNotTheClients() throws Exception {
        var answer = token("newsletter-service", "grant_type=client_credentials&scope=operations");

        assertThat(answer.get("error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void logsAPersonInByCodeAndProofKey() throws Exception {
        String verifier = "a".repeat(64);
        String redirect = "http://localhost:8080/login/oauth2/code/kumppani";
        var authorize =
                "/oauth2/authorize?"
                        + form(
                                Map.of(
                                        "response_type", "code",
                                        "client_id", "portal",
                                        "scope", "openid profile",
                                        "state", "kept",
                                        "redirect_uri", redirect,
                                        "code_challenge", challenge(verifier),
                                        "code_challenge_method", "S256"));

        assertThat(location(get(authorize, "fi"))).endsWith("/login");
        String csrf = first("name=\"_csrf\" value=\"([^\"]+)", get("/login", "fi").body());
        var back =
                post(
                        "/login",
                        Map.of(
                                "username", "coordinator.seinajoki",
                                "password", "kumppani",
                                "_csrf", csrf));
        String code = first("code=([^&]+)", location(get(pathOf(location(back)), "fi")));
        var tokens =
                token(
                        "portal",
                        form(
                                Map.of(
                                        "grant_type", "authorization_code",
                                        "code", code,
                                        "redirect_uri", redirect,
                                        "code_verifier", verifier)));

        assertThat(claims(tokens.get("access_token")).getSubject())
                .isEqualTo(SEINAJOKI_COORDINATOR);
        var person = claims(tokens.get("id_token"));
        assertThat(person.getSubject()).isEqualTo(SEINAJOKI_COORDINATOR);
        assertThat(person.getStringClaim("preferred_username")).isEqualTo("coordinator.seinajoki");
        assertThat(person.getStringListClaim("roles")).containsExactly("coordinator");
        assertThat(person.getStringListClaim("municipalities")).containsExactly("743");
        assertThat(person.getAudience()).containsExactly("portal");
        assertThat(tokens.has("refresh_token")).isTrue();
    }

    @Test
    void showsTheLoginPageInTheReadersLanguageWithNothingFromElsewhere() throws Exception {
        assertThat(get("/login", "sv").body()).contains("<html lang=\"sv\">", "Logga in");
        assertThat(get("/login", "en").body()).contains("<html lang=\"en\">", "Log in");
        var finnish = get("/login", "de");

        assertThat(finnish.body())
                .contains("<html lang=\"fi\">", "Kirjaudu sisään", "coordinator.evijarvi")
                .doesNotContain("??")
                .doesNotContain("http://", "https://");
        assertThat(finnish.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'");
    }

    private JsonNode token(String client, String form) throws IOException, InterruptedException {
        String credentials = client + ":" + Demonstration.secretOf(client);
        var request =
                HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(UTF_8)))
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return new JsonMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> get(String path, String language)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(issuer + path))
                        .header("Accept", "text/html")
                        .header("Accept-Language", language)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(issuer + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields)))
                        .build(),
                BodyHandlers.ofString());
    }

    private String pathOf(String address) {
        return address.substring(issuer.length());
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge(String verifier) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    }

    private static JWTClaimsSet claims(JsonNode token) throws ParseException {
        return SignedJWT.parse(token.asString()).getJWTClaimsSet();
    }

    private static String first(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
