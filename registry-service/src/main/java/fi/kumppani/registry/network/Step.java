package fi.kumppani.registry.network;

/**
 * What is to be done with a network or a membership that was looked at.
 *
 * @param <T> which of them
 */
public sealed interface Step<T> {

    /** Keep it like this, and tell the others as far as it concerns them. */
    record Take<T>(T next) implements Step<T> {}

    /** It is so already. */
    record Stay<T>() implements Step<T> {}

    /** The state it is in does not allow the move. */
    record Refuse<T>(Refusal refusal) implements Step<T> {}
}
