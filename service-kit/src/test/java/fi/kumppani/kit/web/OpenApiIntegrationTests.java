package fi.kumppani.kit.web;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

@SampleServiceTest
class OpenApiIntegrationTests {

    private static final String SAMPLES = "$.paths['/v1/municipalities/{municipality}/samples']";

    @LocalServerPort private int port;

    @Test
    void describesHeadersQueriesAccessAndProblems() {
        RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.openapi")
                .isEqualTo("3.1.0")
                .jsonPath("$.servers[0].url")
                .isEqualTo("..")
                .jsonPath(SAMPLES + ".post.parameters[?(@.name=='Idempotency-Key')].in")
                .isEqualTo("header")
                .jsonPath(SAMPLES + ".post.parameters[?(@.name=='user')]")
                .doesNotExist()
                .jsonPath(SAMPLES + ".post.x-access")
                .isEqualTo("roles")
                .jsonPath(SAMPLES + ".post.x-access-needs[0]")
                .isEqualTo("coordinator")
                .jsonPath(SAMPLES + ".post.responses.default.content['application/problem+json']")
                .exists()
                .jsonPath(SAMPLES + ".post.responses.409")
                .doesNotExist()
                .jsonPath(SAMPLES + ".get.parameters[?(@.name=='limit')].in")
                .isEqualTo("query")
                .jsonPath("$.components.schemas.Sample.properties.amount.type")
                .isEqualTo("string")
                .jsonPath("$.components.schemas.Sample.properties.language.enum[0]")
                .isEqualTo("fi")
                .jsonPath("$.components.schemas.Here.properties.municipality.pattern")
                .isEqualTo("[0-9]{3}")
                .jsonPath("$.paths['/error']")
                .doesNotExist();
    }
}
