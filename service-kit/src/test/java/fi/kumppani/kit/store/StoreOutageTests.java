package fi.kumppani.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoTimeoutException;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

class StoreOutageTests {

    @Test
    void waitsUntilTheStoreIsThere() {
        AtomicInteger attempts = new AtomicInteger();
        String result =
                StoreOutage.waitThrough(
                        () -> {
                            if (attempts.incrementAndGet() < 3) {
                                throw new MongoTimeoutException("away");
                            }
                            return "kept";
                        });
        assertThat(result).isEqualTo("kept");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void doesNotWaitForWhatNoWaitingMends() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () ->
                                StoreOutage.waitThrough(
                                        () -> {
                                            throw new IllegalStateException("a fault");
                                        }));
    }

    @Test
    void stopsWaitingWhenItIsTold() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(
                        () ->
                                StoreOutage.waitThrough(
                                        () -> {
                                            throw new MongoTimeoutException("away");
                                        }));
        assertThat(Thread.interrupted()).isTrue();
    }
}
