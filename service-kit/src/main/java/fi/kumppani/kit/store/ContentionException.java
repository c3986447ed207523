package fi.kumppani.kit.store;

/**
 * So many changed the same thing at once that this change could not be made; trying again soon
 * helps.
 */
public final class ContentionException extends RuntimeException {

    public ContentionException() {
        super("Too many changes of one thing at once");
    }
}
