package fi.kumppani.newsletter.dispatch.smtp;

import fi.kumppani.newsletter.dispatch.Delivery;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.letter.Letter;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.mail.MessagingException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Hands letters to an SMTP server over a few connections that are kept.
 *
 * <p>Around it: a bulkhead (connections), a rate limiter (letters a second), a circuit breaker
 * (what a server that is not well answers to everybody) and a retry (what it answers to be tried
 * again), all under one name in the metrics. A recipient's domain has a rate of its own; a letter
 * whose domain must wait is held, and {@code kumppani.smtp.held} counts it. Of every rate, a fifth
 * is never given to what is sent {@link #sparing}.
 */
final class SmtpPostbox implements Postbox {

    private static final Logger log = LoggerFactory.getLogger(SmtpPostbox.class);
    private static final Duration WAIT_FOR_A_PLACE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final SmtpSettings settings;
    private final DomainRates rates;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Bulkhead bulkhead;
    private final RateLimiter rateLimiter;
    private final RateLimiter sparingLimiter;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final Deque<SmtpConnection> resting = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService watchdog = watchdog();

    /** Where the guards of all servers are kept, and seen. */
    record Guards(
            BulkheadRegistry bulkheads,
            RateLimiterRegistry rateLimiters,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries,
            MeterRegistry meters) {}

    /**
     * A way to a server.
     *
     * @param name of its guards
     * @param rates of the recipients' domains, whichever server takes their letters
     */
    SmtpPostbox(String name, SmtpSettings settings, DomainRates rates, Clock clock, Guards guards) {
        this.settings = settings;
        this.rates = rates;
        this.clock = clock;
        this.meters = guards.meters();
        this.bulkhead =
                guards.bulkheads()
                        .bulkhead(
                                name,
                                BulkheadConfig.custom()
                                        .maxConcurrentCalls(settings.connections())
                                        .maxWaitDuration(WAIT_FOR_A_PLACE)
                                        .build());
        this.rateLimiter = rateLimiter(guards, name, settings.perSecond());
        this.sparingLimiter =
                rateLimiter(guards, name + "-sparing", DomainRates.sparingly(settings.perSecond()));
        this.breaker =
                guards.breakers()
                        .circuitBreaker(
                                name,
                                CircuitBreakerConfig.custom()
                                        .slidingWindowSize(10)
                                        .minimumNumberOfCalls(5)
                                        .failureRateThreshold(50)
                                        .waitDurationInOpenState(settings.openFor())
                                        .permittedNumberOfCallsInHalfOpenState(2)
                                        .build());
        this.retry =
                guards.retries()
                        .retry(
                                name,
                                RetryConfig.<Attempt>custom()
                                        .maxAttempts(settings.attempts())
                                        .intervalFunction(
                                                IntervalFunction.ofExponentialRandomBackoff(
                                                        settings.attemptPause(), 2))
                                        .retryOnResult(Attempt::again)
                                        .build());
    }

    private static RateLimiter rateLimiter(Guards guards, String name, int perSecond) {
        return guards.rateLimiters()
                .rateLimiter(
                        name,
                        RateLimiterConfig.custom()
                                .limitForPeriod(perSecond)
                                .limitRefreshPeriod(Duration.ofSeconds(1))
                                .timeoutDuration(WAIT_FOR_A_PLACE)
                                .build());
    }

    @Override
    public Opening open() {
        return open(rates::await);
    }

    @Override
    public Postbox sparing() {
        return () ->
                sparingLimiter.acquirePermission()
                        ? open(rates::awaitSparingly)
                        : new Opening.Closed(SOON);
    }

    private Opening open(Predicate<String> awaitDomain) {
        if (!bulkhead.tryAcquirePermission()) {
            return new Opening.Closed(SOON);
        }
        if (!rateLimiter.acquirePermission()) {
            bulkhead.releasePermission();
            return new Opening.Closed(SOON);
        }
        if (!breaker.tryAcquirePermission()) {
            bulkhead.releasePermission();
            return new Opening.Closed(settings.openFor());
        }
        SmtpConnection connection = rested();
        if (connection == null) {
            connection = connected(settings.sendLimit());
        }
        if (connection == null) {
            fault();
            bulkhead.releasePermission();
            return new Opening.Closed(SOON);
        }
        return new Opening.Open(new OneLetter(connection, awaitDomain));
    }

    /** Ends all conversations. */
    void destroy() {
        watchdog.shutdownNow();
        resting.forEach(SmtpConnection::close);
        resting.clear();
    }

    private @Nullable SmtpConnection rested() {
        SmtpConnection found = resting.pollFirst();
        while (found != null && found.hasRestedLongerThan(settings.idleLimit())) {
            found.close();
            found = resting.pollFirst();
        }
        return found;
    }

    private @Nullable SmtpConnection connected(Duration time) {
        SmtpConnection connection = new SmtpConnection(settings, clock);
        var limit = cutAfter(connection, time);
        try {
            connection.connect();
            return connection;
        } catch (MessagingException e) {
            log.warn("The mail server cannot be reached: {}", e.getClass().getSimpleName());
            connection.cut();
            return null;
        } finally {
            limit.cancel();
        }
    }

    private void fault() {
        breaker.onError(0, TimeUnit.NANOSECONDS, new SmtpFaultException());
    }

    private Limit cutAfter(SmtpConnection connection, Duration time) {
        var cut = watchdog.schedule(connection::cut, time.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            var _ = cut.cancel(false);
        };
    }

    private static ScheduledExecutorService watchdog() {
        var executor =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("smtp-watchdog").daemon().factory());
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /** A time limit that is running. */
    private interface Limit {
        void cancel();
    }

    /** The right to hand over one letter, on a connection that stands. */
    private final class OneLetter implements Slot {

        private final Predicate<String> awaitDomain;
        private @Nullable SmtpConnection connection;
        private boolean told;

        OneLetter(SmtpConnection connection, Predicate<String> awaitDomain) {
            this.connection = connection;
            this.awaitDomain = awaitDomain;
        }

        @Override
        public Delivery send(Letter letter, BooleanSupplier stillWanted) {
            if (!awaitDomain.test(letter.to().domain())) {
                meters.counter("kumppani.smtp.held").increment();
                return new Delivery.Held(SOON);
            }
            long start = System.nanoTime();
            Attempt last = retry.executeSupplier(() -> attempt(letter, stillWanted, start));
            told = true;
            long taken = System.nanoTime() - start;
            if (last.fault()) {
                breaker.onError(taken, TimeUnit.NANOSECONDS, new SmtpFaultException());
            } else {
                breaker.onSuccess(taken, TimeUnit.NANOSECONDS);
            }
            return last.delivery();
        }

        private Attempt attempt(Letter letter, BooleanSupplier stillWanted, long start) {
            SmtpConnection used = connection == null ? connected(left(start)) : connection;
            connection = used;
            if (used == null) {
                return Attempt.notConnected();
            }
            Limit limit = cutAfter(used, left(start));
            Attempt attempt;
            try {
                attempt = used.send(letter, stillWanted);
                if (!(attempt.delivery() instanceof Delivery.Accepted) && !used.isAlive()) {
                    used.cut();
                    connection = null;
                }
            } finally {
                limit.cancel();
            }
            boolean inTime = left(start).compareTo(settings.sendLimit().dividedBy(2)) > 0;
            return new Attempt(attempt.delivery(), attempt.fault(), attempt.again() && inTime);
        }

        private Duration left(long start) {
            Duration left = settings.sendLimit().minusNanos(System.nanoTime() - start);
            return left.isPositive() ? left : Duration.ZERO;
        }

        @Override
        public void close() {
            if (!told) {
                breaker.releasePermission();
            }
            SmtpConnection used = connection;
            if (used != null) {
                used.rest();
                resting.addFirst(used);
            }
            bulkhead.releasePermission();
        }
    }

    /** Tells the circuit breaker; never thrown. */
    private static final class SmtpFaultException extends RuntimeException {}
}
