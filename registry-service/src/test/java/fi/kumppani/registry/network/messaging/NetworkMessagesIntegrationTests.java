package fi.kumppani.registry.network.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.Topic;
import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.contracts.registry.MembershipChanged;
import fi.kumppani.contracts.registry.NetworkChanged;
import fi.kumppani.kit.outbox.CloudEventHeaders;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.RegistryTest;
import fi.kumppani.registry.network.NetworkCalls;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

@RegistryTest
class NetworkMessagesIntegrationTests {

    @Autowired private Caller caller;
    @Autowired private TestMessages messages;
    private NetworkCalls calls;

    @BeforeEach
    void begin() {
        calls = new NetworkCalls(caller, "071");
    }

    @Test
    void tellsOfANetworkAndItsMembersButNotOfRequests() {
        String network = calls.network();
        String association = calls.association();
        String path = NetworkCalls.membership(network, association);
        var representative = calls.representativeOf(association);
        assertThat(caller.put(path + "/request", representative, null, "\"0\"").status())
                .isEqualTo(200);
        assertThat(caller.put(path, calls.coordinator(), "{}", "\"1\"").status()).isEqualTo(200);
        assertThat(caller.put(path + "/ending", representative, null, "\"2\"").status())
                .isEqualTo(200);
        assertThat(caller.put(network + "/ending", calls.coordinator(), null, "\"1\"").status())
                .isEqualTo(200);

        String id = network.replaceAll(".*/", "");
        List<ReceivedMessage> ofNetwork = told(Topics.REGISTRY_NETWORK, id, 2);
        assertThat(ofNetwork).extracting(ReceivedMessage::sequence).containsExactly(1L, 2L);
        assertThat(ofNetwork)
                .extracting(message -> message.header(CloudEventHeaders.MUNICIPALITY))
                .containsOnly("071");
        var ended = ofNetwork.getLast().data(NetworkChanged.class).network();
        assertThat(ended.status()).isEqualTo("ended");
        assertThat(ended.name().sv()).isEqualTo("Forum");

        List<ReceivedMessage> ofMember =
                told(Topics.REGISTRY_MEMBERSHIP, id + ":" + association, 2);
        assertThat(ofMember).extracting(ReceivedMessage::sequence).containsExactly(1L, 2L);
        assertThat(ofMember)
                .extracting(message -> message.data(MembershipChanged.class).membership().status())
                .containsExactly("member", "ended");
    }

    @Test
    void endsTheMembershipsOfADissolvedAssociation() {
        String network = calls.network();
        String association = calls.association();
        String stays = calls.association();
        calls.admit(network, association);
        calls.admit(network, stays);
        assertThat(
                        caller.put(
                                        calls.here()
                                                + "/associations/"
                                                + association
                                                + "/dissolution",
                                        calls.coordinator(),
                                        null,
                                        "\"1\"")
                                .status())
                .isEqualTo(200);

        await().atMost(TestMessages.PATIENCE)
                .untilAsserted(() -> assertThat(status(network, association)).isEqualTo("ended"));
        assertThat(status(network, stays)).isEqualTo("member");
    }

    @Test
    void endsAMembershipOnceWhenDeliveredTwice() {
        String network = calls.network();
        String association = calls.association();
        calls.admit(network, association);
        TestMessage dissolved =
                TestMessage.of(
                                new AssociationChanged(
                                        new Association(
                                                association,
                                                new LocalizedTexts("Seura ry", null, null),
                                                null,
                                                null,
                                                "other",
                                                "071",
                                                null,
                                                List.of(),
                                                "dissolved",
                                                false,
                                                false)))
                        .about(association)
                        .in("071")
                        .sequence(2);

        messages.publish(dissolved, dissolved, dissolved.sequence(1));
        messages.awaitAllHandled("dissolutions");

        assertThat(status(network, association)).isEqualTo("ended");
        assertThat(
                        caller.get(
                                        NetworkCalls.membership(network, association),
                                        calls.coordinator())
                                .eTag())
                .isEqualTo("\"2\"");
        assertThat(
                        told(
                                Topics.REGISTRY_MEMBERSHIP,
                                network.replaceAll(".*/", "") + ":" + association,
                                2))
                .hasSize(2);
    }

    private String status(String network, String association) {
        return caller.get(NetworkCalls.membership(network, association), calls.coordinator())
                .text("/status");
    }

    private List<ReceivedMessage> told(Topic topic, String subject, int atLeast) {
        await().atMost(TestMessages.PATIENCE).until(() -> about(topic, subject).size() >= atLeast);
        return about(topic, subject);
    }

    private List<ReceivedMessage> about(Topic topic, String subject) {
        return messages.received(topic).stream()
                .filter(message -> message.subject().equals(subject))
                .toList();
    }
}
