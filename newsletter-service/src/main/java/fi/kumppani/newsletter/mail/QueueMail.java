package fi.kumppani.newsletter.mail;

import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.mail.Mails.Addition;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Queues a mail, once for each cause, and wakes whoever sends it. */
@Service
public class QueueMail {

    private final Mails mails;
    private final MailWaker waker;
    private final Clock clock;

    QueueMail(Mails mails, MailWaker waker, Clock clock) {
        this.mails = mails;
        this.waker = waker;
        this.clock = clock;
    }

    /**
     * Queues the one mail that a message causes.
     *
     * @param messageId the message, and the mail's id
     * @param about the aggregate the mail is about
     */
    public Addition because(String messageId, MailKind kind, String about) {
        return queue(messageId, kind, messageId, about, null);
    }

    /**
     * Queues a mail unless another one has the value of which there may be only one.
     *
     * @param id of the mail
     * @param causeId what caused it
     * @param about the aggregate the mail is about
     * @param onlyOne the value, or null
     */
    public Addition queue(
            String id, MailKind kind, String causeId, String about, @Nullable String onlyOne) {
        var matter =
                new Matter(
                        id, kind, causeId, about, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Addition addition = mails.add(Mail.Queued.of(matter), onlyOne);
        if (addition == Addition.ADDED) {
            waker.wake(new Work(id, Tenancy.current()));
        }
        return addition;
    }
}
