package fi.kumppani.events.event.persistence;

import fi.kumppani.events.event.ListedEvent;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A part of the index in memory, read anew when it is a second old or twenty times as old as
 * reading it takes: so the store spends at most a twentieth of the time on it, however many ask.
 */
final class Snapshot {

    private static final long LEAST_AGE = Duration.ofSeconds(1).toNanos();
    private static final int SHARE = 20;

    private final Supplier<List<ListedEvent>> read;
    private final LongSupplier nanoTime;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Taken taken;

    private record Taken(List<ListedEvent> events, long at, long tookNanos) {

        boolean isOld(long now) {
            return now - at > Math.max(LEAST_AGE, SHARE * tookNanos);
        }
    }

    /**
     * @param read gives the events in any order
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    Snapshot(Supplier<List<ListedEvent>> read, LongSupplier nanoTime) {
        this.read = read;
        this.nanoTime = nanoTime;
    }

    /** The events in the order of time; one reads them anew while the others take what there is. */
    List<ListedEvent> events() {
        Taken known = taken;
        if (known != null && !known.isOld(nanoTime.getAsLong())) {
            return known.events();
        }
        if (known == null) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return known.events();
        }
        try {
            Taken meanwhile = taken;
            if (meanwhile != null && !meanwhile.isOld(nanoTime.getAsLong())) {
                return meanwhile.events();
            }
            long began = nanoTime.getAsLong();
            List<ListedEvent> events = read.get().stream().sorted(ListedEvent.IN_TIME).toList();
            long now = nanoTime.getAsLong();
            taken = new Taken(events, now, now - began);
            return events;
        } finally {
            reading.unlock();
        }
    }
}
