package fi.kumppani.kit.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.Money;
import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.grants.Application;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.kit.outbox.CloudEventHeaders;
import fi.kumppani.kit.testing.KumppaniTest;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

@KumppaniTest(
        properties = {
            "spring.application.name=inbound-test",
            "spring.cloud.function.definition=grantMessages",
            "spring.cloud.stream.bindings.grantMessages-in-0.destination=grants.call,grants.application",
            "spring.cloud.stream.bindings.grantMessages-in-0.group=inbound-test",
        })
class DispatchIntegrationTests {

    @Autowired TestMessages messages;
    @Autowired Heard heard;

    @BeforeEach
    void forget() {
        heard.messages.clear();
    }

    @Test
    void bringsAMessageToItsHandler() {
        TestMessage sent = TestMessage.of(decided()).sequence(3).in("743");
        messages.publish(sent);
        await().atMost(TestMessages.PATIENCE).until(() -> heard.messages.size() == 1);
        InboundMessage<ApplicationDecided> message = heard.messages.getFirst();
        assertThat(message.id()).isEqualTo(sent.id());
        assertThat(message.sequence()).isEqualTo(3);
        assertThat(message.municipality().value()).isEqualTo("743");
        assertThat(message.data()).isEqualTo(decided());
    }

    @Test
    void laysPoisonDownWithoutRetryAndGoesOn() {
        TestMessage sound = TestMessage.of(decided());
        messages.publish(
                TestMessage.of(decided()).body("{no json"),
                TestMessage.of(decided()).noBody(),
                TestMessage.of(decided()).without(CloudEventHeaders.MUNICIPALITY),
                sound);
        messages.awaitAllHandled("grantMessages");
        assertThat(heard.messages).extracting(InboundMessage::id).containsExactly(sound.id());
        assertThat(messages.deadLetters(Topics.GRANTS_APPLICATION, "grantMessages")).hasSize(3);
    }

    private static ApplicationDecided decided() {
        return new ApplicationDecided(
                new Application(
                        "a",
                        "743/2026/00001",
                        "c",
                        "s",
                        2026,
                        new Money("400.00", "EUR"),
                        "granted",
                        new Money("300.00", "EUR"),
                        List.of(),
                        null,
                        false));
    }

    static final class Heard {
        final List<InboundMessage<ApplicationDecided>> messages = new CopyOnWriteArrayList<>();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class TestService {

        @Bean
        Heard heard() {
            return new Heard();
        }

        @Bean
        Consumer<Message<byte[]>> grantMessages(MessageDispatchers dispatchers, Heard heard) {
            return dispatchers
                    .create("grantMessages")
                    .on(ApplicationDecided.TYPE, ApplicationDecided.class, heard.messages::add)
                    .build();
        }
    }
}
