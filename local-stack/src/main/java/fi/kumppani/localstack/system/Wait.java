package fi.kumppani.localstack.system;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks again and again for what comes some time after its cause. */
public final class Wait {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private Wait() {}

    /** One question. */
    @FunctionalInterface
    public interface Question<T> {

        /** Empty when it has to be asked again. */
        Optional<T> ask() throws Exception;
    }

    /**
     * The first answer that is there within a minute.
     *
     * @param expected what is waited for, in words
     * @param last what came instead, in words
     */
    public static <T> T until(String expected, Supplier<String> last, Question<T> question)
            throws Exception {
        long begun = System.nanoTime();
        long pause = FIRST_PAUSE.toMillis();
        while (true) {
            Optional<T> answer = question.ask();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new UnexpectedOutcomeException(
                        expected + ", within " + PATIENCE.toSeconds() + " s", last.get());
            }
            TimeUnit.MILLISECONDS.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis());
        }
    }
}
