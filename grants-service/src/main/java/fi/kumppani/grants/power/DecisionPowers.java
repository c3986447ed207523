package fi.kumppani.grants.power;

import java.util.Optional;
import java.util.function.Function;

/** The powers to decide of the current municipality; a few in a decade, kept together. */
public interface DecisionPowers {

    /** All of them. */
    Powers all();

    /**
     * Looks at them and does what is said, in one write; asks again when somebody else wrote in
     * between, so the question must have no effects.
     */
    <R> R change(Function<Powers, Change<R>> decide);

    /**
     * What is to be done.
     *
     * @param next empty to leave all as it is
     * @param answer what the one who asked is told
     */
    record Change<R>(Optional<Powers> next, R answer) {

        static <R> Change<R> to(Powers next, R answer) {
            return new Change<>(Optional.of(next), answer);
        }

        static <R> Change<R> none(R answer) {
            return new Change<>(Optional.empty(), answer);
        }
    }
}
