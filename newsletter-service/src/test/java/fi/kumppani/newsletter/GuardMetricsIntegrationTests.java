package fi.kumppani.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What guards the mail server and the services that are asked is seen from outside. */
@NewsletterServiceTest
class GuardMetricsIntegrationTests {

    @Autowired MeterRegistry meters;

    @ParameterizedTest
    @CsvSource({
        "resilience4j.ratelimiter.available.permissions, smtp",
        "resilience4j.ratelimiter.waiting_threads, smtp-sparing",
        "resilience4j.retry.calls, smtp",
        "resilience4j.circuitbreaker.state, smtp",
        "resilience4j.bulkhead.available.concurrent.calls, smtp",
        "resilience4j.circuitbreaker.state, contacts-events",
        "resilience4j.retry.calls, contacts-grants",
        "resilience4j.timelimiter.calls, contacts-registry"
    })
    void seesEachGuard(String metric, String guard) {
        assertThat(meters.find(metric).tag("name", guard).meters()).isNotEmpty();
    }
}
