package fi.kumppani.newsletter.mail.contacts;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;

import org.springframework.web.client.HttpClientErrorException;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** What stands around each question to a service: a retry, a circuit breaker and a time limit. */
final class ContactGuards {

    private final Retry retry;
    private final CircuitBreaker breaker;
    private final TimeLimiter timeLimiter;
    private final Duration openFor;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ContactGuards(
            String name,
            ContactsSettings settings,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries,
            TimeLimiterRegistry timeLimiters) {
        this.openFor = settings.openFor();
        this.retry =
                retries.retry(
                        name,
                        RetryConfig.custom()
                                .maxAttempts(settings.attempts())
                                .intervalFunction(
                                        IntervalFunction.ofExponentialRandomBackoff(
                                                settings.attemptPause(), 2))
                                .ignoreExceptions(
                                        CallNotPermittedException.class,
                                        HttpClientErrorException.class)
                                .build());
        this.breaker =
                breakers.circuitBreaker(
                        name,
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(10)
                                .minimumNumberOfCalls(5)
                                .failureRateThreshold(50)
                                .waitDurationInOpenState(settings.openFor())
                                .permittedNumberOfCallsInHalfOpenState(2)
                                .build());
        this.timeLimiter =
                timeLimiters.timeLimiter(
                        name,
                        TimeLimiterConfig.custom().timeoutDuration(settings.timeLimit()).build());
    }

    /** Asks; whatever it throws means that there is no answer now. */
    <T> T ask(Supplier<T> question) throws Exception {
        Callable<T> limited =
                TimeLimiter.decorateFutureSupplier(
                        timeLimiter, () -> CompletableFuture.supplyAsync(question, threads));
        return Retry.decorateCallable(retry, CircuitBreaker.decorateCallable(breaker, limited))
                .call();
    }

    /** When it is worth asking again. */
    Duration retryAfter() {
        return openFor;
    }
}
