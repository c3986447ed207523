package fi.kumppani.portal.official;

/** The application that a form is about waits for no decision any more. */
final class MovedOnException extends RuntimeException {

    private final String page;

    MovedOnException(String page) {
        super("The application waits for no decision", null, false, false);
        this.page = page;
    }

    /** Where it is told how it stands. */
    String page() {
        return page;
    }
}
