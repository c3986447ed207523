package fi.kumppani.newsletter.dispatch.smtp;

import fi.kumppani.newsletter.dispatch.smtp.ObservedTransport.NotBegunException;
import fi.kumppani.newsletter.letter.Letter;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.util.StreamProvider;

import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.function.BooleanSupplier;

/** One connection to the mail server; used by one thread at a time. */
final class SmtpConnection {

    // Unless it is named, the library looks through all jars for it, several times for each letter.
    static {
        var _ =
                System.getProperties()
                        .putIfAbsent(
                                StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final SmtpSettings settings;
    private final Clock clock;
    private final PromptSockets sockets = new PromptSockets();
    private final QuotedPrintable words = new QuotedPrintable();
    private final Session session;
    private final ObservedTransport transport;
    private @Nullable Instant idleSince;

    SmtpConnection(SmtpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.session = MailSessions.of(properties(settings, sockets));
        this.transport = new ObservedTransport(session);
    }

    void connect() throws MessagingException {
        transport.connect(
                settings.host(),
                settings.port(),
                settings.asksForName() ? settings.username() : null,
                settings.asksForName() ? settings.password() : null);
    }

    /** Hands the letter over, if it is still wanted when the server is ready for it. */
    Attempt send(Letter letter, BooleanSupplier stillWanted) {
        MimeLetter mime;
        Address[] recipient;
        try {
            mime = MimeLetter.of(session, letter, clock.instant(), words);
            recipient = new Address[] {new InternetAddress(letter.to().value(), true)};
        } catch (MessagingException _) {
            return Attempt.unsendable();
        }
        transport.beginLetter(stillWanted);
        boolean fresh = idleSince == null;
        try {
            transport.sendMessage(mime, recipient);
            return Attempt.accepted();
        } catch (NotBegunException e) {
            return Attempt.notBegun(e.delivery());
        } catch (MessagingException e) {
            return Attempt.failed(e, transport.isDotSent(), fresh);
        }
    }

    /** Whether the server still answers; asks it. */
    boolean isAlive() {
        return transport.isConnected();
    }

    void rest() {
        idleSince = clock.instant();
    }

    boolean hasRestedLongerThan(Duration limit) {
        Instant since = idleSince;
        return since != null && since.plus(limit).isBefore(clock.instant());
    }

    /** Ends the conversation. */
    void close() {
        try {
            transport.close();
        } catch (MessagingException _) {
            sockets.cut();
        }
    }

    /** Cuts the connection from another thread. */
    void cut() {
        sockets.cut();
    }

    private static Properties properties(SmtpSettings settings, PromptSockets sockets) {
        Properties properties = new Properties();
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.localhost", settings.ehlo());
        properties.put("mail.smtp.connectiontimeout", millis(settings.connectTimeout()));
        properties.put("mail.smtp.timeout", millis(settings.readTimeout()));
        properties.put("mail.smtp.writetimeout", millis(settings.writeTimeout()));
        properties.put("mail.smtp.auth", String.valueOf(settings.asksForName()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.userset", "true");
        return properties;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
