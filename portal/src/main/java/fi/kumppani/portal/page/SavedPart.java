package fi.kumppani.portal.page;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Saves one part of something whose version also counts what others write elsewhere in it. */
public final class SavedPart {

    private static final int MOST_ATTEMPTS = 3;

    private SavedPart() {}

    /**
     * Saves as long as the part itself is as it was shown; what others have written beside it
     * meanwhile does not count.
     *
     * @param found the whole as it was found first
     * @param again finds it anew
     * @param isAsShown whether the part is still as it was shown
     * @param write asks the service to save, as of this version
     * @return its answer; refused with 412 when somebody else was faster
     */
    public static <T, R> Answer<R> save(
            Versioned<T> found,
            Supplier<Versioned<T>> again,
            Predicate<T> isAsShown,
            Function<Versioned<T>, Answer<R>> write) {
        Versioned<T> current = found;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (!isAsShown.test(current.value())) {
                break;
            }
            Answer<R> answer = write.apply(current);
            if (!(answer instanceof Answer.Refused<R>(Refusal refusal) && refusal.isStale())) {
                return answer;
            }
            current = again.get();
        }
        return new Answer.Refused<>(new Refusal(Refusal.STALE, "", List.of()));
    }
}
