package fi.kumppani.kit.inbound;

import static fi.kumppani.kit.inbound.InboundTestService.GRANT_MESSAGES;
import static fi.kumppani.kit.inbound.InboundTestService.OTHER_MESSAGES;
import static fi.kumppani.kit.inbound.InboundTestService.decided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.Topic;
import fi.kumppani.contracts.Topics;
import fi.kumppani.kit.inbound.InboundTestService.Script;
import fi.kumppani.kit.outbox.CloudEventHeaders;
import fi.kumppani.kit.outbox.KafkaSettings;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

@InboundTest
class DeadLettersIntegrationTests {

    @Autowired TestMessages messages;
    @Autowired Script script;
    @Autowired KafkaSettings kafka;
    @LocalServerPort int port;

    @Test
    void laysPoisonDownAtOnceAndGoesOnWithTheGoodOnes() {
        var poison =
                List.of(
                        message().body("{no json"),
                        message().body("[1,2]"),
                        message().body("{}"),
                        message().body("null"),
                        message().body("{\"application\":{\"id\":\"x\"}}"),
                        message().noBody(),
                        message().without(CloudEventHeaders.ID),
                        message().without(CloudEventHeaders.TYPE),
                        message().without(CloudEventHeaders.TIME),
                        message().without(CloudEventHeaders.SUBJECT),
                        message().without(CloudEventHeaders.MUNICIPALITY),
                        message().without(CloudEventHeaders.SEQUENCE),
                        message().without(CloudEventHeaders.SPEC_VERSION),
                        message().with(CloudEventHeaders.MUNICIPALITY, "17"),
                        message().with(CloudEventHeaders.SEQUENCE, "7"),
                        message().with(CloudEventHeaders.SEQUENCE, "99999999999999999999"),
                        message().with(CloudEventHeaders.TIME, "yesterday"),
                        message().with(CloudEventHeaders.SPEC_VERSION, "2.0"),
                        message().with(CloudEventHeaders.CONTENT_TYPE, "application/xml"),
                        message().body("x".repeat(900_000)));
        var good = new ArrayList<TestMessage>();
        long before = letters().size();
        long begun = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            TestMessage one = message();
            good.add(one);
            messages.publish(one);
            if (i % 10 == 0) {
                messages.publish(poison.get(i / 10));
            }
        }
        messages.publishBytes(message(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        messages.publishBytes(Topics.GRANTS_APPLICATION, "key", new byte[] {1});
        messages.awaitAllHandled(GRANT_MESSAGES);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(good)
                .allSatisfy(
                        one ->
                                assertThat(script.attempts(GRANT_MESSAGES, one.subject()))
                                        .hasSize(1));
        assertThat(letters()).hasSize((int) before + poison.size() + 2);
    }

    @Test
    void keepsEnvelopeAndPlaceOfADeadLetterAndTellsNoContent() {
        TestMessage poison = message().body("{\"application\":\"Matti Meikäläinen\"}");
        messages.publish(poison);
        ReceivedMessage letter = awaitLetter(poison);
        assertThat(letter.key()).isEqualTo(poison.key());
        assertThat(letter.headers()).containsAllEntriesOf(poison.headers());
        assertThat(letter.body()).isEqualTo(poison.body());
        assertThat(letter.partition())
                .isEqualTo(
                        messages.received(Topics.GRANTS_APPLICATION).stream()
                                .filter(source -> source.key().equals(poison.key()))
                                .findFirst()
                                .orElseThrow()
                                .partition());
        assertThat(letter.headers().values())
                .noneMatch(value -> value.contains("Matti") || value.contains("\tat "));
        assertThat(letter.header("kafka_dlt-exception-fqcn"))
                .isEqualTo(PoisonMessageException.class.getName());
    }

    @Test
    void triesAgainBeforeItGivesUp() {
        var failures = new AtomicInteger(2);
        TestMessage recovering = message();
        script.when(
                GRANT_MESSAGES,
                recovering.subject(),
                () -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("not yet");
                    }
                });
        TestMessage hopeless = message();
        script.when(
                GRANT_MESSAGES,
                hopeless.subject(),
                () -> {
                    throw new IllegalStateException("never");
                });
        TestMessage faulty = message();
        script.when(
                GRANT_MESSAGES,
                faulty.subject(),
                () -> {
                    throw new AssertionError("a bug");
                });
        TestMessage after = message();
        messages.publish(recovering, hopeless, faulty, after);
        messages.awaitAllHandled(GRANT_MESSAGES);
        assertThat(script.attempts(GRANT_MESSAGES, recovering.subject())).hasSize(3);
        assertThat(script.attempts(GRANT_MESSAGES, hopeless.subject())).hasSize(5);
        assertThat(script.attempts(GRANT_MESSAGES, faulty.subject())).hasSize(5);
        assertThat(script.attempts(GRANT_MESSAGES, after.subject())).isNotEmpty();
        assertThat(letters())
                .extracting(ReceivedMessage::key)
                .contains(hopeless.subject(), faulty.subject())
                .doesNotContain(recovering.subject(), after.subject());
    }

    @Test
    void waitsForAStoreThatIsAwayAndLaysNothingDown() {
        var failures = new AtomicInteger(6);
        TestMessage sent = message();
        script.when(
                GRANT_MESSAGES,
                sent.subject(),
                () -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new DataAccessResourceFailureException("away");
                    }
                });
        messages.publish(sent);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> script.attempts(GRANT_MESSAGES, sent.subject()).size() == 7);
        messages.awaitAllHandled(GRANT_MESSAGES);
        assertThat(letters()).noneMatch(letter -> letter.key().equals(sent.key()));
    }

    @Test
    void passesNoMessageWhileItsDeadLetterCannotBeWritten()
            throws ExecutionException, InterruptedException {
        Topic letterTopic = Topics.GRANTS_APPLICATION.deadLetters(messages.group(OTHER_MESSAGES));
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.brokers()))) {
            admin.deleteTopics(List.of(letterTopic.name())).all().get();
            TestMessage poison = message();
            script.when(
                    OTHER_MESSAGES,
                    poison.subject(),
                    () -> {
                        throw new PoisonMessageException("bad");
                    });
            TestMessage next = message().about(poison.subject()).sequence(2);
            messages.publish(poison);
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> script.attempts(OTHER_MESSAGES, poison.subject()).size() >= 2);
            messages.publish(next);
            assertThat(script.attempts(OTHER_MESSAGES, poison.subject()))
                    .allMatch(attempt -> attempt.message().sequence() == 1);
            admin.createTopics(
                            List.of(
                                    new NewTopic(
                                            letterTopic.name(),
                                            letterTopic.partitions(),
                                            (short) 1)))
                    .all()
                    .get();
            await().atMost(Duration.ofSeconds(40))
                    .until(
                            () ->
                                    script.attempts(OTHER_MESSAGES, poison.subject()).stream()
                                            .anyMatch(a -> a.message().sequence() == 2));
        }
        assertThat(messages.received(letterTopic)).anyMatch(letter -> letter.sequence() == 1);
    }

    @Test
    void replaysToTheHandlerOfItsGroupAloneAndOnlyOnce() {
        var broken = new AtomicBoolean(true);
        TestMessage mended = message();
        TestMessage stillBad = message().body("{broken");
        script.when(
                GRANT_MESSAGES,
                mended.subject(),
                () -> {
                    if (broken.get()) {
                        throw new PoisonMessageException("not yet");
                    }
                });
        messages.publish(mended, stillBad);
        awaitLetter(mended);
        awaitLetter(stillBad);
        messages.awaitAllHandled(OTHER_MESSAGES);
        int othersBefore = script.attempts(OTHER_MESSAGES, mended.subject()).size();
        broken.set(false);

        operator("/operations/dead-letters")
                .jsonPath(
                        "$[?(@.group=='%s' && @.topic=='grants.application' && @.waiting>=2)]"
                                .formatted(messages.group(GRANT_MESSAGES)))
                .isNotEmpty();
        replay();
        assertThat(script.attempts(GRANT_MESSAGES, mended.subject())).hasSize(2);
        assertThat(script.attempts(OTHER_MESSAGES, mended.subject())).hasSize(othersBefore);
        assertThat(letters().stream().filter(letter -> letter.key().equals(stillBad.key())))
                .hasSize(2);

        replay();
        assertThat(script.attempts(GRANT_MESSAGES, mended.subject())).hasSize(2);
    }

    @Test
    void opensOperationsToOperatorsAlone() {
        client().get().uri("/operations/dead-letters").exchange().expectStatus().isUnauthorized();
        client().get()
                .uri("/operations/dead-letters")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        Tokens.of("anna")
                                .inMunicipality("743")
                                .withRoles(Role.COORDINATOR)
                                .bearer())
                .exchange()
                .expectStatus()
                .isForbidden();
        client().post()
                .uri("/operations/dead-letters/grants.application/nobody/replays")
                .header(HttpHeaders.AUTHORIZATION, operatorToken())
                .exchange()
                .expectStatus()
                .isNotFound();
        operator("/operations/read-models").jsonPath("$").isArray();
        operator("/operations/stale-messages").jsonPath("$").isArray();
    }

    private void replay() {
        client().post()
                .uri(
                        "/operations/dead-letters/grants.application/{group}/replays",
                        messages.group(GRANT_MESSAGES))
                .header(HttpHeaders.AUTHORIZATION, operatorToken())
                .exchange()
                .expectStatus()
                .isOk();
    }

    private RestTestClient.BodyContentSpec operator(String path) {
        return client().get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, operatorToken())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private RestTestClient client() {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private static String operatorToken() {
        return Tokens.of("olli").withRoles(Role.OPERATOR).bearer();
    }

    private List<ReceivedMessage> letters() {
        return messages.deadLetters(Topics.GRANTS_APPLICATION, GRANT_MESSAGES);
    }

    private ReceivedMessage awaitLetter(TestMessage sent) {
        return messages.awaitMessage(
                Topics.GRANTS_APPLICATION.deadLetters(messages.group(GRANT_MESSAGES)),
                letter ->
                        Objects.equals(
                                letter.headers().get(CloudEventHeaders.SUBJECT), sent.subject()));
    }

    private static TestMessage message() {
        return TestMessage.of(decided());
    }
}
