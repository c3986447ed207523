package fi.kumppani.grants.grantapplication;

import java.util.List;
import java.util.Optional;

/**
 * What is to be done with an application one has looked at.
 *
 * @param next its next state; empty to leave it as it is
 * @param happenings what others are to be told, in the same write
 * @param answer what the one who asked is told
 * @param <R> the answer's type
 */
public record Move<R>(Optional<GrantApplication> next, List<Happening> happenings, R answer) {

    /** Keep this state, which others need not know. */
    public static <R> Move<R> keep(GrantApplication next, R answer) {
        return new Move<>(Optional.of(next), List.of(), answer);
    }

    /** Keep this state and tell. */
    public static <R> Move<R> tell(GrantApplication next, Happening happening, R answer) {
        return new Move<>(Optional.of(next), List.of(happening), answer);
    }

    /** Leave it as it is. */
    public static <R> Move<R> stay(R answer) {
        return new Move<>(Optional.empty(), List.of(), answer);
    }
}
