package fi.kumppani.newsletter.subscription;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The owner of a mailbox leaves a list, by the link in any letter they got. */
@Service
public class LeaveList {

    private final Lists lists;
    private final Subscriptions subscriptions;
    private final SubscriptionLinks links;
    private final Clock clock;

    LeaveList(Lists lists, Subscriptions subscriptions, SubscriptionLinks links, Clock clock) {
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Leaves. The same link again gives the same answer; so does that of an older letter.
     *
     * @param channel how they left, for the record
     * @return the list that was left; empty when the link opens nothing
     */
    public Optional<NewsletterList> leave(String token, String channel) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return links.openToLeave(token)
                .filter(
                        opened ->
                                subscriptions
                                        .move(opened.id(), known -> left(known, now, channel))
                                        .isPresent())
                .flatMap(opened -> lists.find(opened.id().listId()));
    }

    /** Who has only been asked for says by leaving that it was not they who asked. */
    static Subscription left(Subscription known, Instant now, String channel) {
        return switch (known) {
            case Subscription.Confirmed in -> in.leave(now, channel);
            case Subscription.Asked asked -> asked.lapse();
            case Subscription.Ended ended -> ended;
        };
    }
}
