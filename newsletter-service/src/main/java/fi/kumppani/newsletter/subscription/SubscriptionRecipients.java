package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.letter.Block;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.mail.Facts;
import fi.kumppani.newsletter.mail.MailKind;
import fi.kumppani.newsletter.mail.Matter;
import fi.kumppani.newsletter.mail.Recipient;
import fi.kumppani.newsletter.mail.Recipients;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whom mails about subscriptions go to: a confirmation only to who was asked for and has not
 * answered, all others only to who reads the list. Each of them can be left with one click.
 */
@Service
class SubscriptionRecipients implements Recipients {

    private final Lists lists;
    private final Subscriptions subscriptions;
    private final SubscriptionLinks links;
    private final Senders senders;
    private final LatestIssue latestIssue;

    SubscriptionRecipients(
            Lists lists,
            Subscriptions subscriptions,
            SubscriptionLinks links,
            Senders senders,
            LatestIssue latestIssue) {
        this.latestIssue = latestIssue;
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.links = links;
        this.senders = senders;
    }

    @Override
    public Set<MailKind> kinds() {
        return Set.of(
                MailKind.SUBSCRIPTION_CONFIRMATION,
                MailKind.SUBSCRIPTION_WELCOME,
                MailKind.SUBSCRIPTION_PREFERENCES);
    }

    @Override
    public Set<MailKind> kindsAskedTwice() {
        return kinds();
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
                    .flatMap(
                            id ->
                                    Optional.ofNullable(known.get(id))
                                            .flatMap(
                                                    about ->
                                                            recipient(
                                                                    mail.kind(),
                                                                    about,
                                                                    listsById.get(id.listId()))))
                    .ifPresent(recipient -> reachable.put(mail.id(), recipient));
        }
        return new Answer.Known(reachable, Set.of());
    }

    private Optional<Recipient> recipient(
            MailKind kind, Subscription about, @Nullable NewsletterList list) {
        if (list == null) {
            return Optional.empty();
        }
        return switch (about) {
            case Subscription.Asked asked when kind == MailKind.SUBSCRIPTION_CONFIRMATION ->
                    Optional.of(
                            recipient(
                                    kind,
                                    asked.to(),
                                    asked.identity(),
                                    list,
                                    Map.of("confirm", links.confirm(asked.identity())),
                                    List.of()));
            case Subscription.Confirmed reader when kind != MailKind.SUBSCRIPTION_CONFIRMATION ->
                    Optional.of(
                            recipient(
                                    kind,
                                    reader.to(),
                                    reader.identity(),
                                    list,
                                    Map.of("manage", links.preferences(reader.identity())),
                                    enclosed(kind, reader, list)));
            case Subscription.Asked _, Subscription.Confirmed _, Subscription.Ended _ ->
                    Optional.empty();
        };
    }

    private Recipient recipient(
            MailKind kind,
            Addressee to,
            Subscription.Identity identity,
            NewsletterList list,
            Map<String, URI> opened,
            List<Block> enclosed) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("title", Facts.texts(list.name()));
        LocalizedText welcome = list.profile().welcome();
        if (kind == MailKind.SUBSCRIPTION_WELCOME && welcome != null) {
            facts.put("text", Facts.texts(welcome));
        }
        String domain = senders.of(Language.FI).address().domain();
        return new Recipient(
                to.email(),
                to.language(),
                opened,
                Facts.of(facts),
                null,
                links.headers(identity, domain),
                enclosed);
    }

    private List<Block> enclosed(
            MailKind kind, Subscription.Confirmed reader, NewsletterList list) {
        return kind == MailKind.SUBSCRIPTION_WELCOME && list.profile().sendsLatest()
                ? latestIssue.enclosedFor(reader, list)
                : List.of();
    }
}
