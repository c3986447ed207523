package fi.kumppani.newsletter.dispatch;

/**
 * A mail server that takes the letters of one municipality, over an encrypted connection.
 *
 * @param host its name
 * @param port where it takes letters
 * @param username for {@code AUTH}
 * @param password a secret
 */
public record MailServer(String host, int port, String username, String password) {

    /** Says nothing of the password, so that no log does. */
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + "]";
    }
}
