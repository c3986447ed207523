package fi.kumppani.kit.security;

import fi.kumppani.kit.problem.Problems;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps floods from one network away from handlers that are {@link RateLimited}. */
final class RateLimitInterceptor implements HandlerInterceptor {

    /** Beyond this many callers the ones that were quiet longest are forgotten. */
    private static final int MOST_CALLERS = 50_000;

    private final ClientAddresses addresses;
    private final TimeMeter time;
    private final int scale;
    private final Map<Caller, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Caller, Bucket> eldest) {
                    return size() > MOST_CALLERS;
                }
            };

    RateLimitInterceptor(ClientAddresses addresses, TimeMeter time, int scale) {
        this.addresses = addresses;
        this.time = time;
        this.scale = scale;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            admit(method, request);
        }
        return true;
    }

    private void admit(HandlerMethod method, HttpServletRequest request) {
        RateLimited limit = method.getMethodAnnotation(RateLimited.class);
        if (limit != null) {
            Caller caller = new Caller(method.getMethod(), addresses.networkOf(request));
            ConsumptionProbe probe = bucketOf(caller, limit).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw Problems.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        }
    }

    private Bucket bucketOf(Caller caller, RateLimited limit) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(caller, _ -> newBucket(limit));
        }
    }

    private Bucket newBucket(RateLimited limit) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(
                        bandwidth ->
                                bandwidth
                                        .capacity((long) limit.burst() * scale)
                                        .refillGreedy(
                                                (long) limit.perMinute() * scale,
                                                Duration.ofMinutes(1)))
                .build();
    }

    private record Caller(Method handler, String network) {}
}
