package fi.kumppani.portal.backend;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP client, the threads and the circuit breakers towards the services. */
@Configuration(proxyBeanMethods = false)
class BackendConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE_WITHIN_AN_ANSWER = Duration.ofSeconds(30);

    /**
     * For pages and gateway alike. HTTP/1.1 alone, as the JDK's client would ask a plain backend
     * for an upgrade with each request; redirects are the caller's affair.
     */
    @Bean
    ClientHttpRequestFactory backendRequests() {
        return ClientHttpRequestFactoryBuilder.jdk()
                .withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1))
                .build(
                        HttpClientSettings.defaults()
                                .withConnectTimeout(CONNECT)
                                .withReadTimeout(LONGEST_PAUSE_WITHIN_AN_ANSWER)
                                .withRedirects(HttpRedirects.DONT_FOLLOW));
    }

    /** Virtual threads that go on with the trace of whoever started them. */
    @Bean(destroyMethod = "close")
    ExecutorService backendCalls() {
        ContextSnapshotFactory traces =
                ContextSnapshotFactory.builder()
                        .captureKeyPredicate(ObservationThreadLocalAccessor.KEY::equals)
                        .build();
        return ContextExecutorService.wrap(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("backend-", 0).factory()),
                traces::captureAll);
    }

    @Bean
    Customizer<Resilience4JCircuitBreakerFactory> limits(
            BackendSettings settings, ExecutorService backendCalls) {
        return factory -> {
            factory.configureExecutorService(backendCalls);
            for (Backend backend : Backend.values()) {
                limit(factory, Breakers.pageName(backend), settings.pageLimit());
                limit(factory, Breakers.apiName(backend), settings.apiLimit());
            }
        };
    }

    private static void limit(
            Resilience4JCircuitBreakerFactory factory, String name, Duration limit) {
        factory.getCircuitBreakerRegistry()
                .addConfiguration(
                        name,
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(20)
                                .minimumNumberOfCalls(5)
                                .failureRateThreshold(50)
                                .waitDurationInOpenState(Duration.ofSeconds(5))
                                .permittedNumberOfCallsInHalfOpenState(2)
                                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                                .build());
        factory.getTimeLimiterRegistry()
                .addConfiguration(
                        name,
                        TimeLimiterConfig.custom()
                                .timeoutDuration(limit)
                                .cancelRunningFuture(true)
                                .build());
    }
}
