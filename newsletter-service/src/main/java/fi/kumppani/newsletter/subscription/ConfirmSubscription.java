package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.newsletter.mail.MailKind;
import fi.kumppani.newsletter.mail.QueueMail;
import fi.kumppani.newsletter.subscription.SubscriptionLinks.Opened;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The owner of a mailbox confirms a wish, by the button behind the link in the mail.
 *
 * <p>As a mailbox gets one such mail a day, its owner may confirm the other lists that were asked
 * for in its name with the same link; each one by name, never all at once.
 */
@Service
public class ConfirmSubscription {

    private final Lists lists;
    private final Subscriptions subscriptions;
    private final SubscriptionLinks links;
    private final QueueMail queueMail;
    private final Ids ids;
    private final Clock clock;

    ConfirmSubscription(
            Lists lists,
            Subscriptions subscriptions,
            SubscriptionLinks links,
            QueueMail queueMail,
            Ids ids,
            Clock clock) {
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.links = links;
        this.queueMail = queueMail;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the link has confirmed.
     *
     * @param confirmed the lists that the mailbox now gets
     * @param alsoAsked other lists that wait for the same
     */
    public record Confirmation(List<NewsletterList> confirmed, List<NewsletterList> alsoAsked) {}

    /**
     * Confirms. The same link again gives the same answer while the subscription lasts.
     *
     * @param also ids of other lists that the mailbox is said to want
     * @return empty when the link opens nothing
     */
    public Optional<Confirmation> confirm(String token, Collection<String> also) {
        Optional<Opened> opened = links.openToConfirm(token);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SubscriptionId id = opened.get().id();
        long round = opened.get().round();
        Optional<Subscription> first =
                subscriptions.move(
                        id,
                        known ->
                                known instanceof Subscription.Asked asked
                                                && asked.identity().round() == round
                                        ? asked.confirm(now)
                                        : known);
        boolean holds =
                first.isPresent()
                        && first.get() instanceof Subscription.Confirmed
                        && first.get().identity().round() == round;
        if (!holds) {
            return Optional.empty();
        }
        welcome(first.get());
        also.stream()
                .filter(listId -> !listId.equals(id.listId()))
                .distinct()
                .limit(Lists.MOST)
                .forEach(listId -> confirmOther(new SubscriptionId(listId, id.mailbox()), now));
        return Optional.of(overview(id));
    }

    private void confirmOther(SubscriptionId id, Instant now) {
        subscriptions
                .move(
                        id,
                        known ->
                                known instanceof Subscription.Asked asked && isFresh(asked)
                                        ? asked.confirm(now)
                                        : known)
                .ifPresent(this::welcome);
    }

    /** One welcome letter each time a list is joined, if the list has one. */
    private void welcome(Subscription subscription) {
        SubscriptionId id = subscription.identity().id();
        if (subscription instanceof Subscription.Confirmed
                && lists.find(id.listId())
                        .filter(list -> list.profile().welcome() != null)
                        .isPresent()) {
            var _ =
                    queueMail.queue(
                            ids.next(),
                            MailKind.SUBSCRIPTION_WELCOME,
                            subscription.identity().reference(),
                            id.value(),
                            "welcome:" + id.value() + ":" + subscription.identity().round());
        }
    }

    private Confirmation overview(SubscriptionId id) {
        List<NewsletterList> all = lists.all();
        List<SubscriptionId> possible =
                all.stream().map(list -> new SubscriptionId(list.id(), id.mailbox())).toList();
        List<String> confirmed = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        for (Subscription subscription : subscriptions.findAll(possible)) {
            String listId = subscription.identity().id().listId();
            switch (subscription) {
                case Subscription.Confirmed _ -> confirmed.add(listId);
                case Subscription.Asked wish -> {
                    if (isFresh(wish)) {
                        asked.add(listId);
                    }
                }
                case Subscription.Ended _ -> {}
            }
        }
        return new Confirmation(
                all.stream().filter(list -> confirmed.contains(list.id())).toList(),
                all.stream().filter(list -> asked.contains(list.id())).toList());
    }

    private boolean isFresh(Subscription.Asked wish) {
        return wish.askedAt().isAfter(links.lapsedBefore());
    }
}
