package fi.kumppani.localstack.mail;

import fi.kumppani.localstack.Engine;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Takes every mail the system sends, delivers none, and shows them at a web address. */
public final class MailEngine implements Engine {

    private static final long START_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final Path data;
    private final int smtpPort;
    private final int webPort;
    private @Nullable SmtpInbox inbox;
    private @Nullable MailSite site;

    public MailEngine(Path data, int smtpPort, int webPort) {
        this.data = data;
        this.smtpPort = smtpPort;
        this.webPort = webPort;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String address() {
        return "http://localhost:" + webPort;
    }

    @Override
    public void start() {
        var store = new MailStore(data);
        var starting = new SmtpInbox(smtpPort, store, Clock.systemUTC());
        inbox = starting;
        starting.startService();
        try {
            if (!starting.waitTillRunning(START_MILLIS)) {
                throw new IllegalStateException("SMTP cannot listen on port " + smtpPort);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        site = new MailSite(store, webPort);
    }

    @Override
    public void close() {
        if (site != null) {
            site.close();
        }
        if (inbox != null) {
            inbox.stopService();
        }
    }
}
