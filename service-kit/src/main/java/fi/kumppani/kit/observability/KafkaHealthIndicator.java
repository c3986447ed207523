package fi.kumppani.kit.observability;

import fi.kumppani.kit.inbound.BrokerWatch;
import fi.kumppani.kit.outbox.UnsentMessages;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether messages flow: the broker answers, and nothing waits too long to be sent.
 *
 * <p>A service without its broker goes on taking requests, so it is degraded and neither down nor
 * unready.
 */
final class KafkaHealthIndicator implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private static final Duration TOO_OLD = Duration.ofMinutes(1);

    private final BrokerWatch broker;
    private final UnsentMessages unsent;

    KafkaHealthIndicator(BrokerWatch broker, UnsentMessages unsent) {
        this.broker = broker;
        this.unsent = unsent;
    }

    @Override
    public Health health() {
        BrokerWatch.Sight sight = broker.sight();
        Optional<Duration> age = unsent.oldestAge();
        boolean flows =
                sight.reachable() && age.filter(old -> old.compareTo(TOO_OLD) > 0).isEmpty();
        return Health.status(flows ? Status.UP : DEGRADED)
                .withDetail("brokerReachable", sight.reachable())
                .withDetail("since", sight.since().toString())
                .withDetail("unsentMessages", unsent.count())
                .withDetail("oldestUnsentSeconds", age.map(Duration::toSeconds).orElse(0L))
                .build();
    }
}
