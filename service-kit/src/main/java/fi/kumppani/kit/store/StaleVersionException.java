package fi.kumppani.kit.store;

/**
 * The version the caller knew is not the current one any more: somebody else changed it meanwhile.
 */
public final class StaleVersionException extends RuntimeException {

    public StaleVersionException() {
        super("The version given is not the current one");
    }
}
