package fi.kumppani.portal.page;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;

import jakarta.servlet.http.HttpServletResponse;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a page shows after an act: the way on when it was done, else itself with why it was not. */
public final class Outcome {

    private Outcome() {}

    /**
     * The view that follows an act, with its status.
     *
     * @param done what follows when it was done
     * @param refused the page that says why the service does not do it
     * @param away the page that says that the service does not answer
     * @throws NoSuchPageException when what it was about is not there
     */
    public static <T> String of(
            Answer<T> answer,
            HttpServletResponse response,
            Function<? super T, String> done,
            Function<Refusal, String> refused,
            Supplier<String> away) {
        return switch (answer) {
            case Answer.Found<T>(T value) -> done.apply(value);
            case Answer.Missing<T> _ -> throw new NoSuchPageException();
            case Answer.Refused<T>(Refusal refusal) -> {
                response.setStatus(refusal.status());
                yield refused.apply(refusal);
            }
            case Answer.Away<T> _ -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                yield away.get();
            }
        };
    }

    /**
     * The same for a page that tells by itself, from the answer, why it was not done.
     *
     * @param notDone the page that says why
     */
    public static <T> String of(
            Answer<T> answer,
            HttpServletResponse response,
            Function<? super T, String> done,
            Supplier<String> notDone) {
        return of(answer, response, done, _ -> notDone.get(), notDone);
    }
}
