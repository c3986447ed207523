package fi.kumppani.newsletter.dispatch.smtp;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many letters a second each domain of recipients is given. Those that the settings name stand
 * in the metrics as {@code smtp-<domain>}; of all others only that they waited, as a domain may be
 * a person's own.
 */
final class DomainRates {

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final int MOST_KNOWN = 10_000;

    private final Map<String, RateLimiter> named = new HashMap<>();
    private final Map<String, RateLimiter> others = new ConcurrentHashMap<>();
    private final int perSecond;

    DomainRates(SmtpSettings settings, RateLimiterRegistry registry) {
        this.perSecond = settings.domainPerSecond();
        settings.domains()
                .forEach(
                        (domain, rate) ->
                                named.put(
                                        domain,
                                        registry.rateLimiter("smtp-" + domain, config(rate))));
    }

    /** Waits a little for the domain's turn; false when it has not come. */
    boolean await(String domain) {
        RateLimiter own = named.get(domain);
        if (own != null) {
            return own.acquirePermission();
        }
        if (others.size() >= MOST_KNOWN) {
            others.clear();
        }
        return others.computeIfAbsent(domain, _ -> RateLimiter.of("smtp-other", config(perSecond)))
                .acquirePermission();
    }

    private static RateLimiterConfig config(int perSecond) {
        return RateLimiterConfig.custom()
                .limitForPeriod(perSecond)
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(WAIT)
                .build();
    }
}
