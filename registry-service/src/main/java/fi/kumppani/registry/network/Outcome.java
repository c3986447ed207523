package fi.kumppani.registry.network;

import fi.kumppani.kit.store.Stored;

/**
 * What became of a change to a network or a membership.
 *
 * @param <T> which of them
 */
public sealed interface Outcome<T> {

    /** It is kept so. */
    record Kept<T>(Stored<T> stored) implements Outcome<T> {}

    /** It was refused, and everything is as before. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    /** The current municipality has nothing like it. */
    record Unknown<T>() implements Outcome<T> {}
}
