package fi.kumppani.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.kit.problem.Problem;

import io.github.bucket4j.TimeMeter;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

import java.time.Duration;
import java.util.List;

class RateLimitInterceptorTests {

    private final HandTurnedClock clock = new HandTurnedClock();
    private final RateLimitInterceptor limits = limitsScaledBy(1);

    @Test
    void letsABurstInAndThenOneForEveryPartOfAMinute() throws Exception {
        call(limits, "192.0.2.1", "write");
        call(limits, "192.0.2.1", "write");
        assertThatThrownBy(() -> call(limits, "192.0.2.1", "write"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.getStatusCode().value()).isEqualTo(429);
                            assertThat(problem.getHeaders().getFirst("Retry-After"))
                                    .isEqualTo("15");
                        });
        clock.advance(Duration.ofSeconds(15));
        call(limits, "192.0.2.1", "write");
    }

    @Test
    void countsEachHandlerAndEachNetworkByItself() throws Exception {
        call(limits, "192.0.2.1", "write");
        call(limits, "192.0.2.1", "write");
        call(limits, "192.0.2.1", "other");
        call(limits, "192.0.2.2", "write");
        call(limits, "192.0.2.1", "unlimited");
    }

    @Test
    void holdsAgainstAddressesOfOneNetworkThatTakeTurns() throws Exception {
        call(limits, "2001:db8::1", "write");
        call(limits, "2001:db8::2", "write");
        assertThatThrownBy(() -> call(limits, "2001:db8::3", "write")).isInstanceOf(Problem.class);
    }

    @Test
    void givesMoreRoomWhenScaled() throws Exception {
        RateLimitInterceptor roomy = limitsScaledBy(10);
        for (int i = 0; i < 20; i++) {
            call(roomy, "192.0.2.1", "write");
        }
    }

    private RateLimitInterceptor limitsScaledBy(int scale) {
        return new RateLimitInterceptor(
                new ClientAddresses(new Networks(List.of("127.0.0.0/8"))), clock, scale);
    }

    private static void call(RateLimitInterceptor limits, String from, String handler)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        limits.preHandle(
                request,
                new MockHttpServletResponse(),
                new HandlerMethod(new Handlers(), Handlers.class.getDeclaredMethod(handler)));
    }

    static class Handlers {

        @RateLimited(perMinute = 4, burst = 2)
        void write() {}

        @RateLimited(perMinute = 4, burst = 2)
        void other() {}

        void unlimited() {}
    }

    private static class HandTurnedClock implements TimeMeter {

        private long nanos;

        void advance(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
