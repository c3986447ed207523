package fi.kumppani.portal.person;

/** Nobody is logged in, or not any more. */
public final class LoginNeededException extends RuntimeException {

    LoginNeededException() {
        super("A login is needed", null, false, false);
    }
}
