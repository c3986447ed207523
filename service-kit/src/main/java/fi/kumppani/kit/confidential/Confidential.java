package fi.kumppani.kit.confidential;

/**
 * A text that no store, backup or log holds in the clear. Documents declare it in place of a {@code
 * String}; it is encrypted when they are written and opened when they are read, for the current
 * municipality alone.
 *
 * @param text what it says
 */
public record Confidential(String text) {

    /** Says nothing of the text, so that no log does. */
    @Override
    public String toString() {
        return "Confidential[]";
    }
}
