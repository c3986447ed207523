package fi.kumppani.kit.inbound;

/** A message that no retry can mend: it goes to the dead-letter topic at once. */
public final class PoisonMessageException extends RuntimeException {

    /**
     * @param message what is wrong, without the content
     */
    public PoisonMessageException(String message) {
        super(message);
    }

    public PoisonMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
