package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.newsletter.association.AssociationClasses;
import fi.kumppani.newsletter.bounce.BounceUseCases;
import fi.kumppani.newsletter.bounce.Standings;
import fi.kumppani.newsletter.bounce.TakeBounce;
import fi.kumppani.newsletter.dispatch.Patience;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.link.LinkCountings;
import fi.kumppani.newsletter.link.LinkUseCases;
import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.SubscriptionUseCases;
import fi.kumppani.newsletter.subscription.Subscriptions;

import java.time.Clock;

/** The use cases of issues, wired by hand. */
public final class IssueUseCases {

    private IssueUseCases() {}

    /** Sending. */
    public static SendIssue sendIssue(
            Issues issues,
            Chunks chunks,
            Archive archive,
            Lists lists,
            Subscriptions subscriptions,
            AssociationClasses classes,
            LinkCountings linkCountings,
            Senders senders,
            Standings standings,
            TakeBounce takeBounce,
            Postbox postbox,
            Patience patience,
            int connections,
            Clock clock,
            Ids ids) {
        return new SendIssue(
                issues,
                chunks,
                archive,
                lists,
                subscriptions,
                new FreezeRecipients(
                        issues,
                        chunks,
                        new IntendedReaders(
                                subscriptions,
                                lists,
                                classes,
                                new TopicReaders(subscriptions, lists)),
                        clock),
                SubscriptionUseCases.links(clock),
                LinkUseCases.countedLinks(linkCountings, clock),
                senders,
                BounceUseCases.paths("returns.example.org"),
                standings,
                takeBounce,
                postbox,
                patience,
                new IssuePace(connections),
                clock,
                ids);
    }
}
