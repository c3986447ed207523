package fi.kumppani.newsletter.dispatch.smtp;

import jakarta.mail.Session;

import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Makes the library's sessions, one at a time on a thread of the platform. For each of them the
 * library looks through all jars for its providers, and for a class that is not there. A virtual
 * thread that waits for a lock while it looks for a class holds its carrier (JEP 491), so that a
 * few at once could keep all the others, and each other, waiting for good.
 */
final class MailSessions {

    private static final Executor MAKER =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("mail-sessions").factory());

    private MailSessions() {}

    /** A session with these settings. */
    static Session of(Properties properties) {
        return CompletableFuture.supplyAsync(() -> Session.getInstance(properties), MAKER).join();
    }
}
