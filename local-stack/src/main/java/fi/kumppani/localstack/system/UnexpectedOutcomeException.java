package fi.kumppani.localstack.system;

/** Something else came than a step expected; the message says both. */
public final class UnexpectedOutcomeException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param expected what should have come
     * @param came what came instead
     */
    public UnexpectedOutcomeException(String expected, String came) {
        super("expected: " + expected + System.lineSeparator() + "came:     " + came);
    }
}
