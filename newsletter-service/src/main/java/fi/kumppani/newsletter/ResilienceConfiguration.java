package fi.kumppani.newsletter;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedTimeLimiterMetrics;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The guards around what this service depends on, each visible in the metrics. */
@Configuration(proxyBeanMethods = false)
class ResilienceConfiguration {

    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.ofDefaults();
    }

    @Bean
    BulkheadRegistry bulkheads() {
        return BulkheadRegistry.ofDefaults();
    }

    @Bean
    RateLimiterRegistry rateLimiters() {
        return RateLimiterRegistry.ofDefaults();
    }

    @Bean
    RetryRegistry retries() {
        return RetryRegistry.ofDefaults();
    }

    @Bean
    TimeLimiterRegistry timeLimiters() {
        return TimeLimiterRegistry.ofDefaults();
    }

    @Bean
    MeterBinder guardMetrics(
            CircuitBreakerRegistry circuitBreakers,
            BulkheadRegistry bulkheads,
            RateLimiterRegistry rateLimiters,
            RetryRegistry retries,
            TimeLimiterRegistry timeLimiters) {
        return meters -> {
            TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuitBreakers).bindTo(meters);
            TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
            TaggedRateLimiterMetrics.ofRateLimiterRegistry(rateLimiters).bindTo(meters);
            TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(meters);
            TaggedTimeLimiterMetrics.ofTimeLimiterRegistry(timeLimiters).bindTo(meters);
        };
    }
}
