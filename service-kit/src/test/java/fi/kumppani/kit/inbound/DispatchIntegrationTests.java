package fi.kumppani.kit.inbound;

import static fi.kumppani.kit.inbound.InboundTestService.GRANT_MESSAGES;
import static fi.kumppani.kit.inbound.InboundTestService.decided;
import static fi.kumppani.kit.inbound.InboundTestService.submitted;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.kit.inbound.InboundTestService.Attempt;
import fi.kumppani.kit.inbound.InboundTestService.Script;
import fi.kumppani.kit.outbox.Causation;
import fi.kumppani.kit.outbox.CloudEventHeaders;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

@InboundTest
class DispatchIntegrationTests {

    @Autowired TestMessages messages;
    @Autowired Script script;
    @Autowired StaleMessages stale;
    @Autowired MeterRegistry meters;
    @Autowired Tracer tracer;

    @Test
    void bringsAMessageWithItsEnvelopeToItsHandler() {
        Instant time = Instant.parse("2026-03-01T10:15:30.123Z");
        TestMessage sent =
                TestMessage.of(decided())
                        .sequence(3)
                        .in("743")
                        .at(time)
                        .with(CloudEventHeaders.CORRELATION_ID, "first")
                        .with(CloudEventHeaders.CAUSATION_ID, "cause");
        messages.publish(sent);
        messages.awaitAllHandled(GRANT_MESSAGES);
        InboundMessage<?> message = only(sent).message();
        assertThat(message.id()).isEqualTo(sent.id());
        assertThat(message.type()).isEqualTo(ApplicationDecided.TYPE);
        assertThat(message.source()).isEqualTo("urn:kumppani:test");
        assertThat(message.time()).isEqualTo(time);
        assertThat(message.subject()).isEqualTo(sent.subject());
        assertThat(message.sequence()).isEqualTo(3);
        assertThat(message.municipality().value()).isEqualTo("743");
        assertThat(message.correlationId()).isEqualTo("first");
        assertThat(message.causationId()).isEqualTo("cause");
        assertThat(message.data()).isEqualTo(decided());
    }

    @Test
    void bindsMunicipalityCauseAndTraceWhileTheHandlerRuns() {
        var seen = new AtomicReference<String>();
        TestMessage sent =
                TestMessage.of(decided())
                        .in("743")
                        .with(
                                CloudEventHeaders.TRACE_PARENT,
                                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        script.when(
                GRANT_MESSAGES,
                sent.subject(),
                () ->
                        seen.set(
                                Tenancy.current()
                                        + " "
                                        + Causation.current().orElseThrow().messageId()
                                        + " "
                                        + Objects.requireNonNull(tracer.currentSpan())
                                                .context()
                                                .traceId()));
        messages.publish(sent);
        messages.awaitAllHandled(GRANT_MESSAGES);
        assertThat(seen).hasValue("743 " + sent.id() + " 0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        TestMessage sent = TestMessage.of(decided());
        messages.publish(
                sent.body(
                        Objects.requireNonNull(sent.body())
                                .replaceFirst("\\{", "{\"later\":{\"x\":[1]},")));
        messages.awaitAllHandled(GRANT_MESSAGES);
        assertThat(only(sent).message().data()).isEqualTo(decided());
    }

    @Test
    void countsAndSkipsTypesItDoesNotHandle() {
        TestMessage unknown =
                TestMessage.of(decided()).with(CloudEventHeaders.TYPE, "grants.application.v9");
        TestMessage notHandled = TestMessage.of(submitted());
        double unknownBefore = skipped("unknown-type");
        double notHandledBefore = skipped("not-handled");
        messages.publish(unknown, notHandled);
        messages.awaitAllHandled(GRANT_MESSAGES);
        messages.awaitAllHandled(InboundTestService.OTHER_MESSAGES);
        assertThat(messages.deadLetters(Topics.GRANTS_APPLICATION, GRANT_MESSAGES))
                .noneMatch(
                        letter -> unknown.id().equals(letter.headers().get(CloudEventHeaders.ID)));
        assertThat(skipped("unknown-type")).isEqualTo(unknownBefore + 2);
        assertThat(skipped("not-handled")).isEqualTo(notHandledBefore + 1);
    }

    @Test
    void hasNoEffectOfAMessageOlderThanAWeekAndShowsIt() {
        TestMessage old =
                TestMessage.of(submitted())
                        .at(Instant.now().minus(Duration.ofDays(7)).minusSeconds(60));
        TestMessage young =
                TestMessage.of(submitted())
                        .at(Instant.now().minus(Duration.ofDays(7)).plusSeconds(60));
        messages.publish(old, young);
        messages.awaitAllHandled(GRANT_MESSAGES);
        assertThat(script.attempts(GRANT_MESSAGES, old.subject())).isEmpty();
        assertThat(script.attempts(GRANT_MESSAGES, young.subject())).hasSize(1);
        assertThat(stale.all())
                .anySatisfy(
                        shown -> {
                            assertThat(shown.lastId()).isEqualTo(old.id());
                            assertThat(shown.count()).isPositive();
                        });
        assertThat(
                        meters.counter(
                                        "kumppani.inbound.stale",
                                        "dispatcher",
                                        GRANT_MESSAGES,
                                        "type",
                                        "grants.application.submitted.v1")
                                .count())
                .isPositive();
    }

    @Test
    void keepsTheOrderOfOneSubject() {
        TestMessage first = TestMessage.of(decided());
        List<TestMessage> sent =
                List.of(
                        first,
                        first.sequence(2),
                        first.sequence(3),
                        first.sequence(4),
                        first.sequence(5));
        sent.forEach(messages::publish);
        messages.awaitAllHandled(GRANT_MESSAGES);
        assertThat(script.attempts(GRANT_MESSAGES, first.subject()))
                .extracting(attempt -> attempt.message().sequence())
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    private Attempt only(TestMessage sent) {
        List<Attempt> attempts = script.attempts(GRANT_MESSAGES, sent.subject());
        assertThat(attempts).hasSize(1);
        return attempts.getFirst();
    }

    private double skipped(String reason) {
        return meters.find("kumppani.inbound.skipped").tag("reason", reason).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
