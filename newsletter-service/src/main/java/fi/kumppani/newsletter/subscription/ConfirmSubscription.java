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
    public record Confirmation(List<NewsletterList> confirmed, List<NewsletterList> alsoAsked) {

        /** The others that wait. */
        List<NewsletterList> others(NewsletterList list) {
            return alsoAsked.stream().filter(other -> !other.id().equals(list.id())).toList();
        }
    }

    /**
     * What a link would confirm.
     *
     * @param list the list
     * @param shown the text that was agreed to
     * @param alsoAsked other lists that were asked for in the same name
     * @param confirmed whether it is confirmed, so that the link does nothing any more
     */
    public record Wish(
            NewsletterList list,
            Subscription.Shown shown,
            List<NewsletterList> alsoAsked,
            boolean confirmed) {}

    /**
     * Tells what a link would confirm, and does nothing.
     *
     * @return empty when the link opens nothing
     */
    public Optional<Wish> see(String token) {
        return links.openToConfirm(token).flatMap(this::behind).flatMap(this::wish);
    }

    /** The subscription of the round that the link was signed in, if it is still in that. */
    private Optional<Subscription> behind(Opened link) {
        return subscriptions.findAll(List.of(link.id())).stream()
                .filter(is -> is.identity().round() == link.round())
                .findFirst();
    }

    private Optional<Wish> wish(Subscription subscription) {
        SubscriptionId id = subscription.identity().id();
        Optional<NewsletterList> list = lists.find(id.listId());
        return switch (subscription) {
            case Subscription.Asked asked ->
                    list.map(it -> new Wish(it, asked.shown(), overview(id).others(it), false));
            case Subscription.Confirmed reader ->
                    list.map(it -> new Wish(it, reader.consent().shown(), List.of(), true));
            case Subscription.Ended _ -> Optional.empty();
        };
    }

    /**
     * Confirms. A link confirms once: pressed again it gives the same answer while the subscription
     * lasts, and changes nothing.
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
        if (behind(opened.get()).filter(Subscription.Asked.class::isInstance).isPresent()) {
            // Before the list itself: if this ends half-way, the link still holds.
            also.stream()
                    .filter(listId -> !listId.equals(id.listId()))
                    .distinct()
                    .limit(Lists.MOST)
                    .forEach(listId -> confirmOther(new SubscriptionId(listId, id.mailbox()), now));
        }
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
                        .filter(list -> list.profile().isWelcoming())
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
        List<String> confirmed = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        for (Subscription subscription : subscriptions.findAll(id.mailbox().on(all))) {
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
