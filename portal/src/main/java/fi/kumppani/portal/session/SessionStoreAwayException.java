package fi.kumppani.portal.session;

/** The document store does not answer, so nobody's login can be read or kept just now. */
public final class SessionStoreAwayException extends RuntimeException {

    SessionStoreAwayException(Throwable cause) {
        super("The session store is away", cause);
    }
}
