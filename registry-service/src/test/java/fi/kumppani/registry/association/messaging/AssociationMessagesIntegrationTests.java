package fi.kumppani.registry.association.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.contracts.registry.AssociationVerified;
import fi.kumppani.kit.outbox.CloudEventHeaders;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.RegistryTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.UUID;

@RegistryTest
class AssociationMessagesIntegrationTests {

    private static final String HERE = "/v1/municipalities/050/associations";

    @Autowired private Caller caller;
    @Autowired private TestMessages messages;

    @Test
    void tellsEveryChangeWithTheWholePublicState() {
        String body = "{\"name\": {\"fi\": \"Kylät ry\"}, \"form\": \"cooperative\"}";
        String id =
                caller.post(
                                HERE,
                                Caller.coordinator("050"),
                                body,
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .text("/id");
        String path = HERE + "/" + id;
        String changed = body.replace("cooperative", "foundation");
        var coordinator = Caller.coordinator("050");
        assertThat(caller.put(path + "/verification", coordinator, null, "\"1\"").status())
                .isEqualTo(200);
        assertThat(caller.put(path, coordinator, changed, "\"2\"").status()).isEqualTo(200);
        assertThat(caller.put(path, coordinator, changed, "\"3\"").status())
                .as("a change that is none")
                .isEqualTo(200);
        assertThat(caller.put(path + "/dissolution", coordinator, null, "\"3\"").status())
                .isEqualTo(200);

        await().atMost(TestMessages.PATIENCE).until(() -> about(id).size() == 4);
        List<ReceivedMessage> told = about(id);
        assertThat(told)
                .extracting(ReceivedMessage::type)
                .containsExactly(
                        AssociationRegistered.TYPE,
                        AssociationVerified.TYPE,
                        AssociationChanged.TYPE,
                        AssociationChanged.TYPE);
        assertThat(told).extracting(ReceivedMessage::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(told)
                .extracting(message -> message.header(CloudEventHeaders.MUNICIPALITY))
                .containsOnly("050");
        var last = told.getLast().data(AssociationChanged.class).association();
        assertThat(last.name().fi()).isEqualTo("Kylät ry");
        assertThat(last.form()).isEqualTo("foundation");
        assertThat(last.status()).isEqualTo("dissolved");
        assertThat(last.active()).isFalse();
    }

    private List<ReceivedMessage> about(String id) {
        return messages.received(Topics.REGISTRY_ASSOCIATION).stream()
                .filter(message -> message.subject().equals(id))
                .toList();
    }
}
