package fi.kumppani.kit.problem;

/**
 * An exception as it may stand in a log: where it came from, and its words only when they are our
 * own. What libraries say may repeat what a person sent, such as the value of a duplicate key.
 */
final class QuietCause extends Exception {

    private final String label;

    QuietCause(Throwable original) {
        this(original, 0);
    }

    private QuietCause(Throwable original, int depth) {
        super(
                null,
                original.getCause() == null || depth > 8
                        ? null
                        : new QuietCause(original.getCause(), depth + 1));
        String type = original.getClass().getName();
        boolean ours = type.startsWith("fi.kumppani.") && original.getMessage() != null;
        label = ours ? type + ": " + original.getMessage() : type;
        setStackTrace(original.getStackTrace());
    }

    @Override
    public String getMessage() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
