package fi.kumppani.portal.backend;

import org.jspecify.annotations.Nullable;

/** A service does not answer, or not in time, or has failed so often that it is left alone. */
public final class BackendAwayException extends RuntimeException {

    BackendAwayException(String name, @Nullable Throwable cause) {
        super(name + " is away", cause);
    }

    /** The kind of failure, without words that might repeat what was sent. */
    String reason() {
        Throwable cause = getCause();
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }
}
