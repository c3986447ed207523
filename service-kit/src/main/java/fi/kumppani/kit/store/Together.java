package fi.kumppani.kit.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Puts questions to somebody who answers many at the price of one. A question goes out at once
 * while few are out; those that come while enough are out wait for one of them, and go out as one.
 * Nobody is answered by a question that went out before their own came.
 *
 * @param <Q> one question
 * @param <A> its answer
 */
final class Together<Q, A> {

    /** How many may be out: one that hangs must not hold up all others. */
    static final int MOST_OUT = 2;

    /** The most questions that go out as one. */
    static final int MOST_AT_ONCE = 64;

    private final Function<List<Q>, List<A>> answerAll;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiting<Q, A>> waiting = new ArrayDeque<>();
    private int out;

    /**
     * Puts them to this one.
     *
     * @param answerAll the answers to questions, in the same order
     */
    Together(Function<List<Q>, List<A>> answerAll) {
        this.answerAll = answerAll;
    }

    /** The answer; a fault that befalls questions which go out as one befalls all who asked. */
    A ask(Q question) {
        Waiting<Q, A> asked = new Waiting<>(question, new CompletableFuture<>());
        if (mustWait(asked)) {
            return asked.await();
        }
        try {
            return answerAll.apply(List.of(question)).getFirst();
        } finally {
            cameBack();
        }
    }

    private boolean mustWait(Waiting<Q, A> asked) {
        lock.lock();
        try {
            if (out < MOST_OUT) {
                out++;
                return false;
            }
            waiting.add(asked);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void cameBack() {
        List<Waiting<Q, A>> next = next();
        if (!next.isEmpty()) {
            Thread.ofVirtual().name("together-", 0).start(() -> workOff(next));
        }
    }

    private void workOff(List<Waiting<Q, A>> first) {
        for (List<Waiting<Q, A>> batch = first; !batch.isEmpty(); batch = next()) {
            answer(batch);
        }
    }

    private void answer(List<Waiting<Q, A>> batch) {
        try {
            List<A> answers = answerAll.apply(batch.stream().map(Waiting::question).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(each -> each.answer().completeExceptionally(e));
        }
    }

    /** Those that go out next in the place of what came back; with none, the place is free. */
    private List<Waiting<Q, A>> next() {
        lock.lock();
        try {
            List<Waiting<Q, A>> batch = new ArrayList<>();
            while (batch.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            if (batch.isEmpty()) {
                out--;
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait at the moment. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {

        A await() {
            try {
                return answer.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }
}
