package fi.kumppani.newsletter.dispatch.smtp;

import fi.kumppani.newsletter.dispatch.Postbox;

import java.time.Duration;

/** Opens postboxes for tests that start no context. */
public final class Postboxes {

    private Postboxes() {}

    /** A postbox that bears a busy machine. */
    public static Postbox open(int port, int connections) {
        return SmtpPostboxTests.postbox(
                port, connections, Duration.ofSeconds(5), Duration.ofSeconds(1));
    }
}
