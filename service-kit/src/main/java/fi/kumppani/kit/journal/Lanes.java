package fi.kumppani.kit.journal;

import fi.kumppani.kit.outbox.OutboxEntries;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * A queue of moves for each parent, worked off by one writer, so that a rush is decided in batches.
 */
final class Lanes<P> {

    /** The most moves that may wait for one parent; more would only wait longer than people do. */
    private static final int MOST_WAITING = 4_096;

    private final Map<Key, Lane> lanes = new ConcurrentHashMap<>();
    private final BiConsumer<String, List<Pending<P>>> decide;

    Lanes(BiConsumer<String, List<Pending<P>>> decide) {
        this.decide = decide;
    }

    <R> Optional<R> submit(
            MunicipalityCode municipality,
            String parentId,
            Move<P, R> move,
            OutboxEntries.Origin origin) {
        Asked<P, R> asked = new Asked<>(move, origin);
        Key key = new Key(municipality, parentId);
        lanes.compute(
                key,
                (_, lane) -> {
                    Lane used = lane == null ? new Lane(key) : lane;
                    used.add(asked);
                    return used;
                });
        try {
            return asked.answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private record Key(MunicipalityCode municipality, String parentId) {}

    private final class Lane {

        private final Key key;
        private final Deque<Pending<P>> waiting = new ArrayDeque<>();
        private boolean busy;

        private Lane(Key key) {
            this.key = key;
        }

        /** Called under the map's lock of this key. */
        private void add(Pending<P> asked) {
            if (waiting.size() >= MOST_WAITING) {
                throw new ContentionException();
            }
            waiting.add(asked);
            if (!busy) {
                busy = true;
                Thread.ofVirtual().name("journal-", 0).start(this::work);
            }
        }

        private void work() {
            List<Pending<P>> batch = next();
            while (!batch.isEmpty()) {
                List<Pending<P>> decided = batch;
                try {
                    Tenancy.runIn(key.municipality(), () -> decide.accept(key.parentId(), decided));
                } catch (RuntimeException | Error e) {
                    decided.forEach(each -> each.fail(e));
                }
                batch = next();
            }
        }

        private List<Pending<P>> next() {
            List<Pending<P>> batch = new ArrayList<>();
            lanes.compute(
                    key,
                    (_, lane) -> {
                        while (batch.size() < Journal.MOST_MOVES && !waiting.isEmpty()) {
                            batch.add(waiting.remove());
                        }
                        return batch.isEmpty() ? null : lane;
                    });
            return batch;
        }
    }

    /** A move that waits for its answer. */
    interface Pending<P> {

        List<ChildKey<?>> reads();

        /** Decides, and says how to tell the one who asks once that is kept. */
        Runnable decide(BatchTurn<P> turn);

        void missing();

        void fail(Throwable fault);
    }

    private static final class Asked<P, R> implements Pending<P> {

        private final Move<P, R> move;
        private final OutboxEntries.Origin origin;
        private final CompletableFuture<Optional<R>> answer = new CompletableFuture<>();

        private Asked(Move<P, R> move, OutboxEntries.Origin origin) {
            this.move = move;
            this.origin = origin;
        }

        @Override
        public List<ChildKey<?>> reads() {
            return move.reads();
        }

        @Override
        public Runnable decide(BatchTurn<P> turn) {
            try {
                R decided = turn.take(move, origin);
                return () -> answer.complete(Optional.of(decided));
            } catch (RuntimeException e) {
                return () -> answer.completeExceptionally(e);
            }
        }

        @Override
        public void missing() {
            answer.complete(Optional.empty());
        }

        @Override
        public void fail(Throwable fault) {
            answer.completeExceptionally(fault);
        }
    }
}
