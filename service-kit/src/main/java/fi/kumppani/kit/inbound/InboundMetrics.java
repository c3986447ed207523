package fi.kumppani.kit.inbound;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what becomes of messages; tags name types, topics and groups, never people. */
final class InboundMetrics {

    private final MeterRegistry meters;

    InboundMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void handled(String dispatcher, String type) {
        meters.counter("kumppani.inbound.handled", "dispatcher", dispatcher, "type", type)
                .increment();
    }

    void skipped(String dispatcher, String type, String reason) {
        meters.counter(
                        "kumppani.inbound.skipped",
                        "dispatcher",
                        dispatcher,
                        "type",
                        type,
                        "reason",
                        reason)
                .increment();
    }

    void stale(String dispatcher, String type) {
        meters.counter("kumppani.inbound.stale", "dispatcher", dispatcher, "type", type)
                .increment();
    }

    void retried(String topic, String group) {
        meters.counter("kumppani.inbound.retries", "topic", topic, "group", group).increment();
    }

    void deadLetter(String topic, String group) {
        meters.counter("kumppani.inbound.dead.letters", "topic", topic, "group", group).increment();
    }
}
