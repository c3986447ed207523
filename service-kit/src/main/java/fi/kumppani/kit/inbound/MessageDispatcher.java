package fi.kumppani.kit.inbound;

import fi.kumppani.contracts.MessageTypes;
import fi.kumppani.kit.outbox.Causation;
import fi.kumppani.kit.tenancy.Tenancy;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Brings each message of a binding to its handlers, in its municipality and as their cause. */
final class MessageDispatcher implements Consumer<Message<byte[]>> {

    /** After a week a mail or webhook would only confuse; dedupe records are kept a day longer. */
    static final Duration TOO_LATE_FOR_EFFECTS = Duration.ofDays(7);

    /** How a message came. */
    enum Delivery {
        /** From its topic, or once more from the dead letters. */
        LIVE,
        /** To rebuild a read model: nothing but the read model may change. */
        REBUILD
    }

    /**
     * A handler of one type.
     *
     * @param effect whether it acts on the world, and so neither late nor in a rebuild
     */
    record Route<T extends Record>(Class<T> data, MessageHandler<T> handler, boolean effect) {}

    private static final Logger log = LoggerFactory.getLogger(MessageDispatcher.class);

    private final String name;
    private final Map<String, List<Route<?>>> routes;
    private final JsonMapper json;
    private final Clock clock;
    private final InboundMetrics metrics;
    private final StaleMessages stale;

    MessageDispatcher(
            String name,
            Map<String, List<Route<?>>> routes,
            JsonMapper json,
            Clock clock,
            InboundMetrics metrics,
            StaleMessages stale) {
        this.name = name;
        this.routes = routes;
        this.json = json;
        this.clock = clock;
        this.metrics = metrics;
        this.stale = stale;
    }

    @Override
    public void accept(Message<byte[]> message) {
        Headers headers = message.getHeaders().get(RecordHeaderMapper.HEADERS, Headers.class);
        if (headers == null) {
            throw new IllegalStateException("The binding does not use the kit's header mapper");
        }
        Object body = ((Message<?>) message).getPayload();
        dispatch(headers, body instanceof byte[] bytes ? bytes : null, Delivery.LIVE);
    }

    /**
     * @param body null for a record without a value
     */
    void dispatch(Headers headers, byte @Nullable [] body, Delivery delivery) {
        String type = Envelope.typeOf(headers);
        List<Route<?>> handlers = routes.get(type);
        if (handlers == null) {
            skip(type);
            return;
        }
        Envelope envelope = Envelope.read(headers);
        if (body == null) {
            throw new PoisonMessageException("Message " + envelope.id() + " has no data");
        }
        Runnable work = () -> handlers.forEach(route -> handle(route, envelope, body, delivery));
        Tenancy.runIn(
                envelope.municipality(),
                () ->
                        Causation.runBecauseOf(
                                new Causation.Cause(envelope.id(), envelope.correlationId()),
                                work));
    }

    private void skip(String type) {
        if (MessageTypes.all().stream().anyMatch(known -> known.name().equals(type))) {
            metrics.skipped(name, type, "not-handled");
        } else {
            metrics.skipped(name, "unknown", "unknown-type");
        }
    }

    private <T extends Record> void handle(
            Route<T> route, Envelope envelope, byte[] body, Delivery delivery) {
        if (route.effect() && delivery == Delivery.REBUILD) {
            return;
        }
        if (route.effect() && isTooLate(envelope.time())) {
            stale.add(name, envelope.type(), envelope.id());
            metrics.stale(name, envelope.type());
            log.warn("No effect of message {} any more: it is too old", envelope.id());
            return;
        }
        T data = read(route.data(), envelope.id(), body);
        try {
            route.handler().handle(envelope.with(data));
        } catch (LinkageError | StackOverflowError | AssertionError e) {
            // An error would end the consumer's thread; it is no more than a failed attempt.
            throw new IllegalStateException("Handling failed with an error", e);
        }
        if (delivery == Delivery.LIVE) {
            metrics.handled(name, envelope.type());
        }
    }

    private boolean isTooLate(Instant time) {
        return time.isBefore(clock.instant().minus(TOO_LATE_FOR_EFFECTS));
    }

    private <T extends Record> T read(Class<T> type, String id, byte[] body) {
        T data;
        try {
            data = json.readValue(body, type);
        } catch (JacksonException e) {
            // Without the cause: its text would quote the content.
            throw new PoisonMessageException(
                    "Message "
                            + id
                            + " is not the JSON of its type: "
                            + e.getClass().getSimpleName());
        }
        if (data == null) {
            throw new PoisonMessageException("Message " + id + " has no data");
        }
        String missing = RequiredFields.firstMissing(data);
        if (missing != null) {
            throw new PoisonMessageException("Message " + id + " lacks " + missing);
        }
        return data;
    }
}
