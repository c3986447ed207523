package fi.kumppani.newsletter.dispatch.smtp;

import fi.kumppani.newsletter.dispatch.MailServers;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Opens the way to mail servers. */
@Configuration(proxyBeanMethods = false)
class PostboxConfiguration {

    private static final String COMMON = "smtp";
    private static final String LETTERS = COMMON + "-letters";

    @Bean
    RoutedPostbox postbox(
            SmtpSettings settings,
            MailServers servers,
            Clock clock,
            BulkheadRegistry bulkheads,
            RateLimiterRegistry rateLimiters,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries,
            MeterRegistry meters) {
        var guards = new SmtpPostbox.Guards(bulkheads, rateLimiters, breakers, retries, meters);
        DomainRates rates = new DomainRates(settings, rateLimiters);
        SmtpSettings letters = settings.ofLetters();
        return new RoutedPostbox(
                new SmtpPostbox(COMMON, settings, rates, clock, guards),
                letters == null ? null : new SmtpPostbox(LETTERS, letters, rates, clock, guards),
                servers,
                (municipality, server) ->
                        new SmtpPostbox(
                                COMMON + "-" + municipality.value(),
                                settings.with(server),
                                rates,
                                clock,
                                guards),
                clock);
    }
}
