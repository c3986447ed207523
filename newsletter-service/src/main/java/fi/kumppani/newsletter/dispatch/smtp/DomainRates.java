package fi.kumppani.newsletter.dispatch.smtp;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;

/**
 * How many letters a second each domain of recipients is given. Those that the settings name stand
 * in the metrics as {@code smtp-<domain>} and {@code smtp-sparing-<domain>}; of all others only
 * that they waited, as a domain may be a person's own.
 */
final class DomainRates {

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final int MOST_KNOWN = 10_000;

    private final Limits whole;
    private final Limits sparing;

    DomainRates(SmtpSettings settings, RateLimiterRegistry registry) {
        this.whole = new Limits("smtp-", settings, registry, IntUnaryOperator.identity());
        this.sparing = new Limits("smtp-sparing-", settings, registry, DomainRates::sparingly);
    }

    /** What of a rate letters may take that nobody waits for: four fifths, at least 1. */
    static int sparingly(int perSecond) {
        return Math.max(1, Math.toIntExact(perSecond * 4L / 5));
    }

    /** Waits a little for the domain's turn; false when it has not come. */
    boolean await(String domain) {
        return whole.await(domain);
    }

    /** The same, leaving a part of the domain's rate to others. */
    boolean awaitSparingly(String domain) {
        return sparing.await(domain) && whole.await(domain);
    }

    private static final class Limits {

        private final Map<String, RateLimiter> named = new HashMap<>();
        private final Map<String, RateLimiter> others = new ConcurrentHashMap<>();
        private final int perSecond;

        Limits(
                String prefix,
                SmtpSettings settings,
                RateLimiterRegistry registry,
                IntUnaryOperator part) {
            this.perSecond = part.applyAsInt(settings.domainPerSecond());
            settings.domains()
                    .forEach(
                            (domain, rate) ->
                                    named.put(
                                            domain,
                                            registry.rateLimiter(
                                                    prefix + domain,
                                                    config(part.applyAsInt(rate)))));
        }

        boolean await(String domain) {
            RateLimiter own = named.get(domain);
            if (own != null) {
                return own.acquirePermission();
            }
            if (others.size() >= MOST_KNOWN) {
                others.clear();
            }
            return others.computeIfAbsent(
                            domain, _ -> RateLimiter.of("smtp-other", config(perSecond)))
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
}
