package fi.kumppani.events.event.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventFixtures;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.ListedEvent;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

class SnapshotTests {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void readsOnceASecondHoweverManyAsk() {
        Snapshot snapshot = new Snapshot(this::read, nanos::get);

        for (int asked = 0; asked < 100; asked++) {
            assertThat(snapshot.events()).hasSize(1);
        }
        assertThat(reads).hasValue(1);
        pass(Duration.ofMillis(1001));
        snapshot.events();
        assertThat(reads).hasValue(2);
    }

    @Test
    void spendsATwentiethOfTheTimeOnReadingWhenThatIsSlow() {
        Snapshot snapshot =
                new Snapshot(
                        () -> {
                            pass(Duration.ofSeconds(1));
                            return read();
                        },
                        nanos::get);

        snapshot.events();
        pass(Duration.ofSeconds(19));
        snapshot.events();
        assertThat(reads).hasValue(1);
        pass(Duration.ofSeconds(2));
        snapshot.events();
        assertThat(reads).hasValue(2);
    }

    @Test
    void givesWhatItHasWhileItReadsAnew() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Snapshot snapshot =
                new Snapshot(
                        () -> {
                            if (reads.get() > 0) {
                                reading.countDown();
                                await(mayEnd);
                            }
                            return read();
                        },
                        nanos::get);
        snapshot.events();
        pass(Duration.ofSeconds(2));
        Thread slow = Thread.ofVirtual().start(snapshot::events);
        await(reading);

        assertThat(snapshot.events()).hasSize(1);

        mayEnd.countDown();
        slow.join();
        assertThat(reads).hasValue(2);
    }

    @Test
    void putsEventsIntoTheOrderOfTime() {
        Instant start = EventFixtures.STARTS_AT;
        Snapshot snapshot =
                new Snapshot(
                        () ->
                                List.of(
                                        listed("c", start.plusSeconds(1)),
                                        listed("b", start),
                                        listed("a", start)),
                        nanos::get);

        assertThat(snapshot.events())
                .extracting(listed -> listed.id().value())
                .containsExactly("a", "b", "c");
    }

    private List<ListedEvent> read() {
        reads.incrementAndGet();
        return List.of(listed("a", EventFixtures.STARTS_AT));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ListedEvent listed(String id, Instant start) {
        return ListedEvent.of(
                Event.Draft.of(
                                new EventId(id),
                                EventFixtures.evening(start),
                                RegistrationRules.seats(10))
                        .publish(EventFixtures.NOW),
                new MunicipalityCode("743"));
    }
}
