package fi.kumppani.newsletter.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits in this process, each thing until its time. It holds ids only and may be lost: what
 * counts is in the store, and a sweep finds it there.
 */
public final class WorkQueue {

    private final Clock clock;
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Work, Instant> times = new HashMap<>();
    private final PriorityQueue<Waiting> order =
            new PriorityQueue<>(Comparator.comparing(Waiting::since).thenComparing(Waiting::id));

    /**
     * @param capacity beyond this the rest is left to the next sweep
     */
    public WorkQueue(Clock clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    /**
     * Adds work, or moves what waits already to the earlier of both times.
     *
     * @return whether it is kept; false when the queue is full
     */
    public boolean add(Work work, Instant notBefore) {
        lock.lock();
        try {
            Instant known = times.get(work);
            if (known == null && times.size() >= capacity) {
                return false;
            }
            if (known == null || notBefore.isBefore(known)) {
                times.put(work, notBefore);
                order.add(new Waiting(notBefore, work));
                changed.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives what is due; waits a little when nothing is.
     *
     * @param most the most to give, at least 1
     * @param wait how long to wait at most; then nothing is given
     */
    public List<Work> take(int most, Duration wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = wait.toNanos();
            List<Work> due = due(most);
            while (due.isEmpty() && left > 0) {
                long pause = Math.min(left, untilNext(wait).toNanos());
                left -= pause - changed.awaitNanos(pause);
                due = due(most);
            }
            return due;
        } finally {
            lock.unlock();
        }
    }

    /** How much waits. */
    public int size() {
        lock.lock();
        try {
            return times.size();
        } finally {
            lock.unlock();
        }
    }

    private List<Work> due(int most) {
        Instant now = clock.instant();
        List<Work> due = new ArrayList<>();
        while (due.size() < most && !order.isEmpty() && !order.peek().since().isAfter(now)) {
            Waiting next = order.remove();
            if (times.remove(next.work(), next.since())) {
                due.add(next.work());
            }
        }
        return due;
    }

    private Duration untilNext(Duration longest) {
        Waiting next = order.peek();
        return next == null
                ? longest
                : Duration.between(clock.instant(), next.since()).plusMillis(1);
    }

    private record Waiting(Instant since, Work work) {

        String id() {
            return work.id();
        }
    }
}
