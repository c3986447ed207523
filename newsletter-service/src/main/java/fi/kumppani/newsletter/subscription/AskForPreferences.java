package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.newsletter.mail.MailKind;
import fi.kumppani.newsletter.mail.QueueMail;

import org.springframework.stereotype.Service;

import java.time.Clock;

/**
 * Somebody who has no letter at hand asks for the link to what they chose. It is mailed to the
 * mailbox if it reads anything, once a day; whoever asks learns nothing either way.
 */
@Service
public class AskForPreferences {

    private final Lists lists;
    private final Subscriptions subscriptions;
    private final Mailboxes mailboxes;
    private final QueueMail queueMail;
    private final Ids ids;
    private final Clock clock;

    AskForPreferences(
            Lists lists,
            Subscriptions subscriptions,
            Mailboxes mailboxes,
            QueueMail queueMail,
            Ids ids,
            Clock clock) {
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.mailboxes = mailboxes;
        this.queueMail = queueMail;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks; a mail is queued in any case, so that nobody can tell the difference by the clock. */
    public void ask(EmailAddress email) {
        Mailbox mailbox = mailboxes.of(email);
        SubscriptionId about =
                subscriptions.findAll(mailbox.on(lists.all())).stream()
                        .filter(Subscription.Confirmed.class::isInstance)
                        .map(subscription -> subscription.identity().id())
                        .findFirst()
                        .orElseGet(() -> new SubscriptionId("none", mailbox));
        String id = ids.next();
        var _ =
                queueMail.queue(
                        id,
                        MailKind.SUBSCRIPTION_PREFERENCES,
                        id,
                        about.value(),
                        "preferences:%s:%s"
                                .formatted(about.value(), FinnishTime.dayOf(clock.instant())));
    }
}
