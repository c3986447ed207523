package fi.kumppani.portal.door;

/** Nobody is logged in, or not any more. */
final class LoginNeededException extends RuntimeException {

    LoginNeededException() {
        super("A login is needed", null, false, false);
    }
}
