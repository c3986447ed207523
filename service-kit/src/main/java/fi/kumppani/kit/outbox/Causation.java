package fi.kumppani.kit.outbox;

import java.util.Optional;

/**
 * The message whose handling is going on, so that messages it brings about can name it as their
 * cause.
 */
public final class Causation {

    /**
     * A cause.
     *
     * @param messageId the id of the message being handled
     * @param correlationId the id of the message that began it all
     */
    public record Cause(String messageId, String correlationId) {}

    private static final ScopedValue<Cause> CURRENT = ScopedValue.newInstance();

    private Causation() {}

    /** The message being handled; empty when a request or a job is at work. */
    public static Optional<Cause> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Runs the work as caused by the message and gives its result or its exception. */
    public static <R, X extends Throwable> R callBecauseOf(
            Cause cause, ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, cause).<R, X>call(work);
    }

    /** Runs the work as caused by the message. */
    public static void runBecauseOf(Cause cause, Runnable work) {
        ScopedValue.where(CURRENT, cause).run(work);
    }
}
