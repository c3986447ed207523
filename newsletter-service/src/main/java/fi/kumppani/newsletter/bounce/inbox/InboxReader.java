package fi.kumppani.newsletter.bounce.inbox;

import fi.kumppani.kit.background.BackgroundWork;
import fi.kumppani.kit.store.StoreOutage;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.newsletter.bounce.TakeBounce;
import fi.kumppani.newsletter.bounce.report.ReadReport;
import fi.kumppani.newsletter.bounce.report.Report;
import fi.kumppani.newsletter.subscription.LeaveList;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Properties;

/**
 * Reads the mailbox of returns. A mail is erased once what it says is kept, so a crash or another
 * instance reads it once more, which changes nothing. What nobody can read is marked as seen and
 * stays for people; {@code kumppani.returns} counts all by what they were.
 */
@Component
final class InboxReader extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(InboxReader.class);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final int MOST_IN_A_ROUND = 500;
    private static final int LARGEST = 2 * 1024 * 1024;

    private final InboxSettings settings;
    private final ReadReport readReport;
    private final TakeBounce takeBounce;
    private final LeaveList leaveList;
    private final MeterRegistry meters;

    InboxReader(
            InboxSettings settings,
            ReadReport readReport,
            TakeBounce takeBounce,
            LeaveList leaveList,
            MeterRegistry meters) {
        super("reader-of-returns");
        this.settings = settings;
        this.readReport = readReport;
        this.takeBounce = takeBounce;
        this.leaveList = leaveList;
        this.meters = meters;
    }

    @Override
    protected Duration work() {
        if (!settings.isRead()) {
            return NEVER;
        }
        try {
            look();
            return settings.lookEvery();
        } catch (MessagingException | RuntimeException e) {
            log.warn("The mailbox of returns cannot be read: {}", e.getClass().getSimpleName());
            return AFTER_A_FAULT;
        }
    }

    private void look() throws MessagingException {
        Session session = Session.getInstance(properties());
        try (Store store = session.getStore(settings.tls() ? "imaps" : "imap")) {
            store.connect(
                    settings.host(), settings.port(), settings.username(), settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                int last = Math.min(folder.getMessageCount(), MOST_IN_A_ROUND);
                for (int number = 1; number <= last && !isStopping(); number++) {
                    takeOrLeave(folder.getMessage(number));
                }
            }
        }
    }

    /** One mail that is the fault of a fault must not keep those behind it from being read. */
    private void takeOrLeave(Message mail) throws MessagingException {
        try {
            take(mail);
        } catch (RuntimeException e) {
            if (StoreOutage.isBehind(e)) {
                throw e;
            }
            log.warn("A mail of the mailbox of returns is left: {}", e.getClass().getName());
            mail.setFlag(Flags.Flag.SEEN, true);
            count("FAULTY");
        }
    }

    private void take(Message mail) throws MessagingException {
        if (mail.isSet(Flags.Flag.SEEN) || mail.isSet(Flags.Flag.DELETED)) {
            return;
        }
        Report report =
                mail.getSize() <= LARGEST && mail instanceof MimeMessage readable
                        ? readReport.read(readable)
                        : new Report.Unreadable();
        switch (report) {
            case Report.OfLetter(var path, var bounce) -> {
                var _ =
                        Tenancy.callIn(
                                path.municipality(), () -> takeBounce.take(path.mailbox(), bounce));
                done(mail, bounce.kind().name());
            }
            case Report.Departure(var code, var token) -> {
                var _ =
                        Tenancy.callIn(
                                new MunicipalityCode(code), () -> leaveList.leave(token, "mailto"));
                done(mail, "DEPARTURE");
            }
            case Report.Unreadable _ -> {
                mail.setFlag(Flags.Flag.SEEN, true);
                count("UNREADABLE");
            }
        }
    }

    private void done(Message mail, String what) throws MessagingException {
        mail.setFlag(Flags.Flag.DELETED, true);
        count(what);
    }

    private void count(String what) {
        meters.counter("kumppani.returns", "kind", what).increment();
    }

    private Properties properties() {
        Properties properties = new Properties();
        for (String protocol : new String[] {"mail.imap.", "mail.imaps."}) {
            properties.put(protocol + "connectiontimeout", "10000");
            properties.put(protocol + "timeout", "30000");
            properties.put(protocol + "writetimeout", "30000");
            properties.put(protocol + "ssl.checkserveridentity", "true");
            properties.put(protocol + "partialfetch", "false");
            // Reading alone must not mark a mail as seen: it may have to be read once more.
            properties.put(protocol + "peek", "true");
        }
        return properties;
    }
}
