package fi.kumppani.newsletter.subscription.persistence;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.subscription.News;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.SubscriptionId;
import fi.kumppani.newsletter.subscription.Subscriptions;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One document for each mailbox on a list; those of a list lie side by side. */
@Component
class StoredSubscriptions implements Subscriptions {

    private static final Set<String> FORGETTABLE =
            Set.of(SubscriptionDocument.ASKED, SubscriptionDocument.ERASED);
    private static final Set<String> CONFIRMED = Set.of(SubscriptionDocument.CONFIRMED);

    private final AggregateCollection<SubscriptionDocument> collection;
    private final MessageTranslator<News> translator;

    StoredSubscriptions(AggregateCollections collections, MessageTranslator<News> translator) {
        this.collection =
                collections
                        .collection("subscriptions", SubscriptionDocument.class)
                        .state(SubscriptionDocument::state)
                        .open();
        this.translator = translator;
    }

    @Override
    public Addition add(Subscription.Asked subscription) {
        var insertion =
                collection.insert(
                        subscription.identity().id().value(),
                        null,
                        SubscriptionDocument.from(subscription),
                        translator.announce(new News.Asked(subscription.identity())));
        return insertion instanceof Insertion.Inserted<SubscriptionDocument>
                ? Addition.ADDED
                : Addition.THERE_ALREADY;
    }

    @Override
    public List<Subscription> findAll(Collection<SubscriptionId> ids) {
        return collection.findAll(ids.stream().map(SubscriptionId::value).toList()).stream()
                .map(StoredSubscriptions::open)
                .toList();
    }

    @Override
    public Optional<Subscription> move(SubscriptionId id, UnaryOperator<Subscription> move) {
        return collection.change(id.value(), stored -> moved(open(stored), move));
    }

    @Override
    public List<Subscription.Confirmed> readers(
            String listId, LocalDate day, Optional<SubscriptionId> after, int limit) {
        List<Subscription.Confirmed> found = new ArrayList<>();
        String start = after.map(SubscriptionId::value).orElse(listId + ":");
        while (found.size() < limit) {
            int wanted = limit - found.size();
            List<Subscription.Confirmed> page =
                    collection.listIn(CONFIRMED, start, wanted).stream()
                            .map(StoredSubscriptions::open)
                            .takeWhile(reader -> reader.identity().id().listId().equals(listId))
                            .map(Subscription.Confirmed.class::cast)
                            .toList();
            page.stream().filter(reader -> !reader.isPausedOn(day)).forEach(found::add);
            if (page.size() < wanted) {
                break;
            }
            start = page.getLast().identity().id().value();
        }
        return found;
    }

    @Override
    public List<Work> forgettable(String after, int limit) {
        return collection.locate(FORGETTABLE, after, limit).stream()
                .map(located -> new Work(located.id(), located.municipality()))
                .toList();
    }

    @Override
    public boolean forget(SubscriptionId id, Instant askedBefore) {
        Optional<Boolean> lapsed =
                collection.change(
                        id.value(),
                        stored ->
                                open(stored) instanceof Subscription.Asked wish
                                                && wish.askedAt().isBefore(askedBefore)
                                        ? Change.to(
                                                SubscriptionDocument.from(wish.lapse()),
                                                news(wish, wish.lapse()),
                                                true)
                                        : Change.none(false));
        var _ = collection.eraseOnceTold(id.value(), stored -> isErased(open(stored)));
        return lapsed.orElse(false);
    }

    private static boolean isErased(Subscription subscription) {
        return subscription instanceof Subscription.Ended ended && ended.isErased();
    }

    private Change<SubscriptionDocument, Subscription> moved(
            Subscription before, UnaryOperator<Subscription> move) {
        Subscription after = move.apply(before);
        if (after.equals(before)) {
            return Change.none(before);
        }
        return Change.to(SubscriptionDocument.from(after), news(before, after), after);
    }

    private List<OutboundMessage> news(Subscription before, Subscription after) {
        return News.of(before, after).map(translator::announce).orElse(List.of());
    }

    private static Subscription open(Stored<SubscriptionDocument> stored) {
        return stored.body().toDomain(SubscriptionId.parse(stored.id()).orElseThrow());
    }
}
