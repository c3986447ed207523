package fi.kumppani.newsletter.mail;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.newsletter.bounce.BounceUseCases;
import fi.kumppani.newsletter.dispatch.Patience;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.letter.Senders;

import java.time.Clock;
import java.util.List;

/** The use cases of mails, wired by hand. */
public final class MailUseCases {

    private MailUseCases() {}

    /** Sending. */
    public static SendMails sendMails(
            Mails mails,
            List<Recipients> recipients,
            Senders senders,
            Suppressions suppressions,
            Postbox postbox,
            Patience patience,
            Clock clock,
            Ids ids) {
        return new SendMails(
                mails,
                recipients,
                new MailContents(new MailTemplatesInMemory()),
                senders,
                suppressions,
                BounceUseCases.paths("returns.example.org"),
                postbox,
                patience,
                clock,
                ids);
    }

    /** Queueing; nobody is woken. */
    public static QueueMail queueMail(Mails mails, Clock clock) {
        return new QueueMail(mails, _ -> {}, clock);
    }
}
