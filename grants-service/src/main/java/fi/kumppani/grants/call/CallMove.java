package fi.kumppani.grants.call;

import java.util.Optional;

/**
 * What is to be done with a call one has looked at.
 *
 * @param next its next state; empty to leave it as it is
 * @param happening what others are to be told, in the same write
 * @param answer what the one who asked is told
 * @param <R> the answer's type
 */
public record CallMove<R>(Optional<GrantCall> next, Optional<CallHappening> happening, R answer) {

    /** Keep this state, which others need not know. */
    public static <R> CallMove<R> keep(GrantCall next, R answer) {
        return new CallMove<>(Optional.of(next), Optional.empty(), answer);
    }

    /** Keep the state that this happening tells of. */
    public static <R> CallMove<R> tell(CallHappening happening, R answer) {
        return new CallMove<>(Optional.of(happening.call()), Optional.of(happening), answer);
    }

    /** Leave it as it is. */
    public static <R> CallMove<R> stay(R answer) {
        return new CallMove<>(Optional.empty(), Optional.empty(), answer);
    }
}
