package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.contacts.PortalLinks;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.security.TestLinks;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.newsletter.bounce.BounceUseCases;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.mail.QueueMail;
import fi.kumppani.newsletter.mail.Recipients;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The use cases of subscriptions, wired by hand. */
public final class SubscriptionUseCases {

    private static final String KEY = "dGVzdHMtcmVjb2duaXNlLW1haWxib3hlcy13aXRoLXRoaXM=";

    private SubscriptionUseCases() {}

    /** The links. */
    public static SubscriptionLinks links(Clock clock) {
        return new SubscriptionLinks(
                TestLinks.signer(),
                new PortalLinks(URI.create("https://kumppani.example.org")),
                BounceUseCases.paths(null),
                clock);
    }

    /** The subscription of an address. */
    public static SubscriptionId id(String listId, EmailAddress email) {
        return new SubscriptionId(listId, new Mailboxes(KEY).of(email));
    }

    /** Asking for a list. */
    public static AskForList askForList(
            Lists lists, Subscriptions subscriptions, QueueMail queueMail, Clock clock, Ids ids) {
        return new AskForList(lists, subscriptions, new Mailboxes(KEY), queueMail, ids, clock);
    }

    /** Confirming. */
    public static ConfirmSubscription confirm(
            Lists lists, Subscriptions subscriptions, QueueMail queueMail, Clock clock, Ids ids) {
        return new ConfirmSubscription(lists, subscriptions, links(clock), queueMail, ids, clock);
    }

    /** Leaving. */
    public static LeaveList leave(Lists lists, Subscriptions subscriptions, Clock clock) {
        return new LeaveList(lists, subscriptions, links(clock), clock);
    }

    /** Forgetting wishes after so long. */
    public static ForgetWishes forget(Subscriptions subscriptions, Duration after, Clock clock) {
        return new ForgetWishes(subscriptions, clock, new WishPatience(after, Duration.ofHours(6)));
    }

    /** Choosing. */
    public static ManageSubscriptions manage(
            Lists lists, Subscriptions subscriptions, Clock clock, Ids ids) {
        return new ManageSubscriptions(lists, subscriptions, links(clock), ids, clock);
    }

    /** Whom mails about subscriptions go to. */
    public static Recipients recipients(
            Lists lists, Subscriptions subscriptions, Senders senders, Clock clock) {
        return new SubscriptionRecipients(
                lists, subscriptions, links(clock), senders, (_, _) -> List.of());
    }
}
