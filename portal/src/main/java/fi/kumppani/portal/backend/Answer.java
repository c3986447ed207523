package fi.kumppani.portal.backend;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of asking a service.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

    /** The same answer with what was found put in other words. */
    default <R> Answer<R> map(Function<? super T, ? extends R> view) {
        return switch (this) {
            case Found<T>(T value) -> new Found<>(view.apply(value));
            case Missing<T>() -> new Missing<>();
            case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
            case Away<T>() -> new Away<>();
        };
    }

    /** What was found, if anything was. */
    default Optional<T> found() {
        return this instanceof Found<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** Whether the service did not answer, or not in time. */
    default boolean isAway() {
        return this instanceof Away<T>;
    }

    /** Whether there may be something of which we were not told. */
    default boolean isLacking() {
        return this instanceof Away<T> || this instanceof Refused<T>;
    }

    /**
     * Here it is.
     *
     * @param value what was asked for
     * @param <T> what was asked for
     */
    record Found<T>(T value) implements Answer<T> {}

    /**
     * There is no such thing, or not for this reader.
     *
     * @param <T> what was asked for
     */
    record Missing<T>() implements Answer<T> {}

    /**
     * The service does not do it.
     *
     * @param refusal why
     * @param <T> what was asked for
     */
    record Refused<T>(Refusal refusal) implements Answer<T> {}

    /**
     * The service does not answer, or not in time, or not in words we know.
     *
     * @param <T> what was asked for
     */
    record Away<T>() implements Answer<T> {}
}
