package fi.kumppani.kit.web;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

import java.net.URI;
import java.time.Instant;

@SampleServiceTest
class AccessIntegrationTests {

    private static final String HERE = "/v1/municipalities/743/samples";

    @LocalServerPort private int port;
    @Autowired private LinkSigner links;

    private RestTestClient client = RestTestClient.bindToServer().build();

    @BeforeEach
    void callTheServer() {
        client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @Test
    void letsEverybodySeeWhatIsOpenAndIgnoresAForeignToken() {
        get(HERE + "/here")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.municipality")
                .isEqualTo("743");
        get(HERE + "/here", Tokens.of("anna").inMunicipality("179"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.subject")
                .isEqualTo("anna");
    }

    @Test
    void asksWhoCallsBeforeAnythingElse() {
        var answer = get(HERE + "/mine").expectStatus().isUnauthorized();
        answer.expectHeader().valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        expectProblem(answer, "unauthenticated");
    }

    @Test
    void hidesAnotherMunicipalityAndRefusesAMissingRoleAtHome() {
        Tokens foreign = Tokens.of("anna").inMunicipality("179").withRoles(Role.REGIONAL_ANALYST);
        expectProblem(get(HERE + "/mine", foreign).expectStatus().isNotFound(), "not-found");
        Tokens home =
                Tokens.of("anna").inMunicipality("743").withRoles(Role.ASSOCIATION_REPRESENTATIVE);
        get(HERE + "/mine", home).expectStatus().isOk();
        expectProblem(change(home).expectStatus().isForbidden(), "missing-role");
        expectProblem(change(foreign).expectStatus().isNotFound(), "not-found");
        change(Tokens.of("anna").inMunicipality("743").withRoles(Role.GRANT_OFFICER))
                .expectStatus()
                .isOk();
    }

    @Test
    void leavesTheMunicipalityToTheHandlerThatChecksAMandate() {
        get(HERE + "/mandated", Tokens.of("anna")).expectStatus().isOk();
        get(HERE + "/mandated").expectStatus().isUnauthorized();
    }

    @Test
    void opensToAScopeAndToARoleWhereNoMunicipalityIsNamed() {
        client.post()
                .uri("/internal/contacts")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        Tokens.of("newsletter").withScopes("a", "contacts:read").bearer())
                .exchange()
                .expectStatus()
                .isOk();
        client.post()
                .uri("/internal/contacts")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        Tokens.of("newsletter").withScopes("contacts").bearer())
                .exchange()
                .expectStatus()
                .isForbidden();
        client.post().uri("/internal/contacts").exchange().expectStatus().isUnauthorized();
        get("/v1/regions/14/report", Tokens.of("anna").withRoles(Role.REGIONAL_ANALYST))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("false");
        get("/v1/regions/14/report", Tokens.of("anna").withRoles(Role.COORDINATOR))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void closesHandlersThatSayNothingOrContradictThemselves() {
        Tokens everything = Tokens.of("anna").inMunicipality("743").withRoles(Role.values());
        get(HERE + "/forgotten", everything).expectStatus().isNotFound();
        get(HERE + "/contradicting", everything).expectStatus().isNotFound();
    }

    @Test
    void knowsNoMunicipalityThatIsNotThreeDigits() {
        expectProblem(
                get("/v1/municipalities/74x/samples/here").expectStatus().isNotFound(),
                "not-found");
        get("/v1/municipalities/0743/samples/here").expectStatus().isNotFound();
        expectProblem(
                getRaw("/v1/municipalities/743;a=b/samples/here").expectStatus().isBadRequest(),
                "malformed");
        expectProblem(
                getRaw("/v1//municipalities/743/samples/here").expectStatus().isBadRequest(),
                "malformed");
        expectProblem(
                getRaw("/v1/municipalities/743/samples/here?lang=%00")
                        .expectStatus()
                        .isBadRequest(),
                "malformed");
    }

    @Test
    void readsTheMunicipalityOfThePathAsTheDispatcherDoes() {
        client.get()
                .uri(raw("/v1/municip%61lities/%37%34%33/samples/mine"))
                .header(HttpHeaders.AUTHORIZATION, Tokens.of("anna").inMunicipality("179").bearer())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void believesNoTokenThatIsExpiredForeignOrMeantForOthers() {
        expectRefused(Tokens.of("anna").inMunicipality("743").expired().token());
        expectRefused(
                Tokens.of("anna").inMunicipality("743").issuedBy("http://other.test").token());
        expectRefused(Tokens.of("anna").inMunicipality("743").forAudience("portal").token());
        expectRefused(Tokens.of("anna").inMunicipality("743").signedWithAnotherKey().token());
        expectRefused(Tokens.of("").inMunicipality("743").token());
        expectRefused("rubbish");
    }

    @Test
    void believesNoTokenWithoutAProperSignature() throws Exception {
        Tokens anna = Tokens.of("anna").inMunicipality("743");
        expectRefused(new PlainJWT(anna.claims()).serialize());

        // The public key, misused as the secret of an HMAC.
        SignedJWT confused =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test-key").build(),
                        anna.claims());
        confused.sign(new MACSigner(anna.publicKey()));
        expectRefused(confused.serialize());

        String[] parts = anna.token().split("\\.", -1);
        expectRefused(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void answersAlikeWhateverIsWrongWithALink() {
        Instant later = Instant.now().plusSeconds(60);
        String good = links.mint("sample.see", "registration-1", 3, later);
        get(HERE + "/linked/" + good)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("registration-1");
        for (String bad :
                new String[] {
                    links.mint("sample.cancel", "registration-1", 3, later),
                    links.mint("sample.see", "registration-1", 3, Instant.now().minusSeconds(1)),
                    good.substring(0, good.length() - 1),
                    "x"
                }) {
            expectProblem(get(HERE + "/linked/" + bad).expectStatus().isNotFound(), "not-found");
        }
    }

    @Test
    void letsASmallCrowdInAndThenAsksToWait() {
        limitedFrom("192.0.2.1").expectStatus().isOk();
        limitedFrom("192.0.2.1").expectStatus().isOk();
        var refused = limitedFrom("192.0.2.1").expectStatus().isEqualTo(429);
        refused.expectHeader().exists(HttpHeaders.RETRY_AFTER);
        expectProblem(refused, "too-many");
        // Only the last hop is known to the proxy we trust; what stands before it anybody can
        // write.
        limitedFrom("198.51.100.7, 192.0.2.1").expectStatus().isEqualTo(429);
        limitedFrom("192.0.2.2").expectStatus().isOk();
    }

    @Test
    void showsHealthToAllMetricsToNeighboursAndTheRestToNobody() {
        get("/actuator/health")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components")
                .doesNotExist();
        get("/actuator/prometheus").expectStatus().isOk();
        client.get()
                .uri("/actuator/prometheus")
                .header("X-Forwarded-For", "192.0.2.1")
                .exchange()
                .expectStatus()
                .isNotFound();
        expectProblem(get("/actuator/env").expectStatus().isNotFound(), "not-found");
        get("/actuator").expectStatus().isNotFound();
        get("/actuator/env", Tokens.of("anna").withRoles(Role.OPERATOR))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void allowsNoOtherOrigin() {
        var answer =
                client.options()
                        .uri(HERE)
                        .header(HttpHeaders.ORIGIN, "https://elsewhere.test")
                        .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "POST")
                        .exchange();
        answer.expectStatus().is4xxClientError();
        answer.expectHeader().doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
    }

    private URI raw(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private RestTestClient.ResponseSpec getRaw(String path) {
        return client.get().uri(raw(path)).exchange();
    }

    private RestTestClient.ResponseSpec get(String path) {
        return client.get().uri(path).exchange();
    }

    private RestTestClient.ResponseSpec get(String path, Tokens token) {
        return client.get().uri(path).header(HttpHeaders.AUTHORIZATION, token.bearer()).exchange();
    }

    private RestTestClient.ResponseSpec change(Tokens token) {
        return client.put()
                .uri(HERE + "/1")
                .header(HttpHeaders.AUTHORIZATION, token.bearer())
                .header(HttpHeaders.IF_MATCH, "\"7\"")
                .exchange();
    }

    private RestTestClient.ResponseSpec limitedFrom(String forwardedFor) {
        return client.post()
                .uri(HERE + "/limited")
                .header("X-Forwarded-For", forwardedFor)
                .exchange();
    }

    /** Even where no token is needed: who shows a wrong one is told so. */
    private void expectRefused(String token) {
        var answer =
                client.get()
                        .uri(HERE + "/mine")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .exchange()
                        .expectStatus()
                        .isUnauthorized();
        answer.expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        expectProblem(answer, "unauthenticated");
    }

    private static void expectProblem(RestTestClient.ResponseSpec answer, String slug) {
        answer.expectHeader()
                .valueMatches(HttpHeaders.CONTENT_TYPE, "application/problem\\+json.*")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:kumppani:problem:" + slug);
    }
}
