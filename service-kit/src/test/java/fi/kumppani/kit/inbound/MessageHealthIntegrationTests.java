package fi.kumppani.kit.inbound;

import static fi.kumppani.kit.inbound.InboundTestService.GRANT_MESSAGES;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

@InboundTest
class MessageHealthIntegrationTests {

    @Autowired TestMessages messages;
    @LocalServerPort int port;

    @Test
    void tellsInMetricsWhatBecameOfMessages() {
        messages.publish(
                TestMessage.of(InboundTestService.decided()),
                TestMessage.of(InboundTestService.decided()).body("{broken"));
        messages.awaitAllHandled(GRANT_MESSAGES);
        String group = messages.group(GRANT_MESSAGES);
        await().atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(body("/actuator/prometheus"))
                                        .contains(
                                                "kumppani_inbound_handled_total{dispatcher=\"grantMessages\"")
                                        .contains(series("kumppani_inbound_lag", group))
                                        .contains(
                                                series(
                                                        "kumppani_inbound_dead_letters_total",
                                                        group))
                                        .contains(
                                                series(
                                                        "kumppani_inbound_dead_letters_waiting",
                                                        group))
                                        .contains(
                                                "kumppani_kafka_reachable{service=\"inbound-test\"}"
                                                        + " 1.0")
                                        .contains("kumppani_outbox_unsent{")
                                        .contains("kumppani_outbox_unsent_age_seconds{"));
    }

    @Test
    void showsWhetherMessagesFlow() {
        await().atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                client().get()
                                        .uri("/actuator/health/kafka")
                                        .exchange()
                                        .expectStatus()
                                        .isOk()
                                        .expectBody()
                                        .jsonPath("$.status")
                                        .isEqualTo("UP")
                                        .jsonPath("$.components.messages.details.brokerReachable")
                                        .isEqualTo(true)
                                        .jsonPath("$.components.messages.details.unsentMessages")
                                        .isEqualTo(0));
        client().get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        client().get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
        assertThat(body("/actuator/health/readiness")).doesNotContain("messages");
    }

    private static String series(String name, String group) {
        return "%s{group=\"%s\",service=\"inbound-test\",topic=\"grants.application\"}"
                .formatted(name, group);
    }

    private String body(String path) {
        return new String(
                Objects.requireNonNull(
                        client().get()
                                .uri(path)
                                .exchange()
                                .expectStatus()
                                .isOk()
                                .expectBody()
                                .returnResult()
                                .getResponseBody()),
                StandardCharsets.UTF_8);
    }

    private RestTestClient client() {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }
}
