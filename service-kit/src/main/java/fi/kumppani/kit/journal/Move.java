package fi.kumppani.kit.journal;

import java.util.List;

/**
 * One thing to be decided about a parent. It may be asked several times, each time on what is true
 * then, and only the last answer counts; so it has no effects but those it tells the {@link Turn}.
 *
 * @param <P> the parent's document type
 * @param <R> what the one who asks is answered
 */
public interface Move<P, R> {

    /** Decides. */
    R decide(Turn<P> turn);

    /**
     * The children it will look at, as far as they are known beforehand: they are read together.
     */
    default List<ChildKey<?>> reads() {
        return List.of();
    }
}
