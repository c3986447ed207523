package fi.kumppani.newsletter.subscription;

import fi.kumppani.newsletter.mail.Facts;
import fi.kumppani.newsletter.mail.MailKind;
import fi.kumppani.newsletter.mail.Matter;
import fi.kumppani.newsletter.mail.Recipient;
import fi.kumppani.newsletter.mail.Recipients;

import org.springframework.stereotype.Service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whom confirmation mails go to: only who was asked for and has not answered. */
@Service
class ConfirmationRecipients implements Recipients {

    private final Lists lists;
    private final Subscriptions subscriptions;
    private final SubscriptionLinks links;

    ConfirmationRecipients(Lists lists, Subscriptions subscriptions, SubscriptionLinks links) {
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.links = links;
    }

    @Override
    public Set<MailKind> kinds() {
        return Set.of(MailKind.SUBSCRIPTION_CONFIRMATION);
    }

    @Override
    public Answer of(List<Matter> mails) {
        Map<SubscriptionId, Subscription> known =
                subscriptions
                        .findAll(
                                mails.stream()
                                        .flatMap(
                                                mail -> SubscriptionId.parse(mail.about()).stream())
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        subscription -> subscription.identity().id(),
                                        Function.identity()));
        Map<String, NewsletterList> listsById =
                lists
                        .findAll(
                                known.keySet().stream()
                                        .map(SubscriptionId::listId)
                                        .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(NewsletterList::id, Function.identity()));
        Map<String, Recipient> reachable = new HashMap<>();
        for (Matter mail : mails) {
            SubscriptionId.parse(mail.about())
                    .map(known::get)
                    .filter(Subscription.Asked.class::isInstance)
                    .map(Subscription.Asked.class::cast)
                    .ifPresent(
                            asked -> {
                                NewsletterList list = listsById.get(asked.identity().id().listId());
                                if (list != null) {
                                    reachable.put(mail.id(), recipient(asked, list));
                                }
                            });
        }
        return new Answer.Known(reachable, Set.of());
    }

    private Recipient recipient(Subscription.Asked asked, NewsletterList list) {
        return new Recipient(
                asked.email(),
                asked.language(),
                Map.of("confirm", links.confirm(asked.identity())),
                Facts.of(Map.of("title", Facts.texts(list.name()))));
    }
}
