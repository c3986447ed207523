package fi.kumppani.kit.web;

import fi.kumppani.kit.testing.Tokens;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kumppani.security.jwk-set-uri=http://127.0.0.1:1/nobody-listens",
            "management.endpoint.health.validate-group-membership=false"
        })
class IdentityProviderAwayIntegrationTests {

    @LocalServerPort private int port;

    @Test
    void servesWhoeverNeedsNoTokenAndAsksTheOthersToComeAgain() {
        RestTestClient client =
                RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        String open = "/v1/municipalities/743/samples/here";
        client.get().uri(open).exchange().expectStatus().isOk();
        client.get()
                .uri(open)
                .header(HttpHeaders.AUTHORIZATION, Tokens.of("anna").bearer())
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:kumppani:problem:unavailable");
    }
}
