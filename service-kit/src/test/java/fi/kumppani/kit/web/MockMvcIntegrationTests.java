package fi.kumppani.kit.web;

import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Services may test without a server as well: the same filters and rules are at work. */
@SpringBootTest(
        classes = SampleService.class,
        properties = "management.endpoint.health.validate-group-membership=false")
@AutoConfigureMockMvc
class MockMvcIntegrationTests {

    @Autowired private MockMvc mvc;

    @Test
    void keepsTheRulesWithoutAServer() {
        create("743", Tokens.of("anna").inMunicipality("743").withRoles(Role.COORDINATOR))
                .expectStatus()
                .isCreated();
        create("179", Tokens.of("anna").inMunicipality("743").withRoles(Role.COORDINATOR))
                .expectStatus()
                .isNotFound();
        create("743", Tokens.of("anna").inMunicipality("743")).expectStatus().isForbidden();
        create("743", Tokens.of("anna").inMunicipality("743").expired())
                .expectStatus()
                .isUnauthorized();
    }

    private RestTestClient.ResponseSpec create(String municipality, Tokens token) {
        return RestTestClient.bindTo(mvc)
                .build()
                .post()
                .uri("/v1/municipalities/" + municipality + "/samples")
                .header(HttpHeaders.AUTHORIZATION, token.bearer())
                .header("Idempotency-Key", "12345678")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\": {\"fi\": \"Kylätalo\"}, \"note\": \"\", \"seats\": 1}")
                .exchange();
    }
}
