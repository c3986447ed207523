package fi.kumppani.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

@Timeout(30)
class TogetherTests {

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final List<List<Integer>> went = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Integer> arrived = new LinkedBlockingQueue<>();
    private final Semaphore answers = new Semaphore(0);
    private final Together<Integer, String> together = new Together<>(this::answerAll);

    @AfterEach
    void everybodyIsAnswered() {
        answers.release(1_000);
        people.close();
    }

    @Test
    void letsWhatComesAloneOutAtOnce() {
        answers.release(2);

        assertThat(together.ask(1)).isEqualTo("answer 1");
        assertThat(together.ask(2)).isEqualTo("answer 2");
        assertThat(went).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void asksTogetherWhatComesWhileEnoughAreOut() throws Exception {
        List<Future<String>> out = ask(1, Together.MOST_OUT);
        awaitOut(Together.MOST_OUT);
        List<Future<String>> later = ask(100, 10);
        awaitWaiting(later);
        answers.release(Together.MOST_OUT + 1);

        for (int i = 0; i < 10; i++) {
            assertThat(later.get(i).get()).isEqualTo("answer " + (100 + i));
        }
        for (Future<String> each : out) {
            assertThat(each.get()).startsWith("answer ");
        }
        assertThat(went).hasSize(Together.MOST_OUT + 1);
        assertThat(went.getLast()).hasSize(10);
    }

    @Test
    void sendsNoMoreAtOnceThanIsBearable() throws Exception {
        List<Future<String>> out = ask(1, Together.MOST_OUT);
        awaitOut(Together.MOST_OUT);
        int many = Together.MOST_AT_ONCE + 5;
        List<Future<String>> later = ask(100, many);
        awaitWaiting(later);
        answers.release(1_000);

        for (Future<String> each : later) {
            assertThat(each.get()).startsWith("answer ");
        }
        for (Future<String> each : out) {
            assertThat(each.get()).startsWith("answer ");
        }
        assertThat(went).allMatch(batch -> batch.size() <= Together.MOST_AT_ONCE);
        assertThat(went.stream().mapToInt(List::size).sum()).isEqualTo(Together.MOST_OUT + many);
    }

    @Test
    void tellsEverybodyOfAFaultAndGoesOn() throws Exception {
        List<Future<String>> out = ask(1, Together.MOST_OUT);
        awaitOut(Together.MOST_OUT);
        List<Future<String>> later = new ArrayList<>(ask(-3, 2));
        later.addAll(ask(100, 1));
        awaitWaiting(later);
        answers.release(1_000);

        for (Future<String> each : later) {
            assertThatThrownBy(each::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
        for (Future<String> each : out) {
            assertThat(each.get()).startsWith("answer ");
        }
        assertThatThrownBy(() -> together.ask(-1)).isInstanceOf(IllegalStateException.class);
        assertThat(together.ask(7)).isEqualTo("answer 7");
    }

    private List<String> answerAll(List<Integer> questions) {
        went.add(questions);
        arrived.addAll(questions);
        answers.acquireUninterruptibly();
        if (questions.stream().anyMatch(each -> each < 0)) {
            throw new IllegalStateException("No answer");
        }
        return questions.stream().map(each -> "answer " + each).toList();
    }

    private List<Future<String>> ask(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(each -> people.submit(() -> together.ask(each)))
                .toList();
    }

    private void awaitOut(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            assertThat(arrived.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    /** Until all of them wait: what is out stays out in the meantime. */
    private void awaitWaiting(List<Future<String>> later) throws InterruptedException {
        while (together.waiting() < later.size()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
