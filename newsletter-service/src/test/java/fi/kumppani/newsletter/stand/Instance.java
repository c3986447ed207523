package fi.kumppani.newsletter.stand;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.StoreIndexes;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.testing.TestCollections;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.newsletter.bounce.BounceUseCases;
import fi.kumppani.newsletter.bounce.Standings;
import fi.kumppani.newsletter.bounce.TakeBounce;
import fi.kumppani.newsletter.bounce.persistence.BounceStore;
import fi.kumppani.newsletter.dispatch.Patience;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.issue.Archive;
import fi.kumppani.newsletter.issue.Chunks;
import fi.kumppani.newsletter.issue.IssueUseCases;
import fi.kumppani.newsletter.issue.Issues;
import fi.kumppani.newsletter.issue.SendIssue;
import fi.kumppani.newsletter.issue.persistence.IssueStore;
import fi.kumppani.newsletter.letter.Sender;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.link.LinkCountings;
import fi.kumppani.newsletter.link.persistence.LinkStore;
import fi.kumppani.newsletter.mail.MailUseCases;
import fi.kumppani.newsletter.mail.Mails;
import fi.kumppani.newsletter.mail.QueueMail;
import fi.kumppani.newsletter.mail.Recipients;
import fi.kumppani.newsletter.mail.SendMails;
import fi.kumppani.newsletter.mail.persistence.MailStore;
import fi.kumppani.newsletter.subscription.AskForList;
import fi.kumppani.newsletter.subscription.ConfirmSubscription;
import fi.kumppani.newsletter.subscription.LeaveList;
import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.SubscriptionUseCases;
import fi.kumppani.newsletter.subscription.Subscriptions;
import fi.kumppani.newsletter.subscription.persistence.SubscriptionStore;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One process of the service, as far as sending goes. */
public final class Instance {

    public static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");

    /** How long a claim holds. */
    public static final Duration LEASE = Duration.ofSeconds(45);

    public static final Patience PATIENCE =
            new Patience(
                    LEASE,
                    Duration.ofMinutes(1),
                    Duration.ofHours(1),
                    Duration.ofDays(4),
                    Duration.ofMinutes(10));

    private static final EmailAddress FROM = new EmailAddress("noreply@seinajoki.example.org");
    private static final Senders SENDERS = _ -> new Sender(FROM, "Seinäjoki", FROM);
    private static final Ids IDS = () -> UUID.randomUUID().toString();

    public final Mails mails;
    public final QueueMail queueMail;
    public final SendMails sendMails;
    public final Lists lists;
    public final Subscriptions subscriptions;
    public final AskForList askForList;
    public final ConfirmSubscription confirmSubscription;
    public final LeaveList leaveList;
    public final Issues issues;
    public final Chunks chunks;
    public final Archive archive;
    public final Standings standings;
    public final TakeBounce takeBounce;
    public final SendIssue sendIssue;

    /**
     * An instance.
     *
     * @param way its way to the store
     * @param postbox its way to the mail server
     * @param others whom mails go to that are not about subscriptions
     */
    public Instance(FaultyStore.Way way, Postbox postbox, Recipients others, Clock clock) {
        StoreIndexes indexes = new StoreIndexes(way.database());
        AggregateCollections collections = TestCollections.in(way.database(), indexes, clock);
        mails = MailStore.open(collections);
        lists = SubscriptionStore.lists(collections);
        subscriptions = SubscriptionStore.subscriptions(collections);
        issues = IssueStore.issues(collections);
        chunks = IssueStore.chunks(collections);
        archive = IssueStore.archive(collections);
        LinkCountings linkCountings = LinkStore.countings(collections);
        standings = BounceStore.standings(collections, IDS);
        indexes.start();
        takeBounce =
                BounceUseCases.take(
                        standings,
                        SubscriptionUseCases.manage(lists, subscriptions, clock, IDS),
                        clock);
        queueMail = MailUseCases.queueMail(mails, clock);
        sendMails =
                MailUseCases.sendMails(
                        mails,
                        List.of(
                                others,
                                SubscriptionUseCases.recipients(
                                        lists, subscriptions, SENDERS, clock)),
                        SENDERS,
                        BounceUseCases.suppressions(standings, takeBounce),
                        postbox,
                        PATIENCE,
                        clock,
                        IDS);
        askForList = SubscriptionUseCases.askForList(lists, subscriptions, queueMail, clock, IDS);
        confirmSubscription =
                SubscriptionUseCases.confirm(lists, subscriptions, queueMail, clock, IDS);
        leaveList = SubscriptionUseCases.leave(lists, subscriptions, clock);
        sendIssue =
                IssueUseCases.sendIssue(
                        issues,
                        chunks,
                        archive,
                        lists,
                        subscriptions,
                        _ -> Map.of(),
                        linkCountings,
                        SENDERS,
                        standings,
                        takeBounce,
                        postbox,
                        PATIENCE,
                        3,
                        clock,
                        IDS);
    }

    /** Looks at the mails once, as the sender does, and sends what is due. */
    public void look(String... mailIds) {
        var sorted = sendMails.sort(List.of(mailIds));
        sorted.due()
                .forEach(
                        (source, due) ->
                                sendMails
                                        .address(source, due)
                                        .ready()
                                        .forEach(
                                                ready -> {
                                                    var _ = sendMails.send(ready);
                                                }));
    }
}
