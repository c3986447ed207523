package fi.kumppani.newsletter.subscription.persistence;

import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.NewsletterList;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One document for each list. */
@Component
class StoredLists implements Lists {

    private final AggregateCollection<ListDocument> collection;

    StoredLists(AggregateCollections collections) {
        this.collection = collections.collection("lists", ListDocument.class).open();
    }

    /** A list as it is kept. */
    record ListDocument(LocalizedText name, Instant createdAt) {}

    @Override
    public Addition add(NewsletterList list, Creation creation) {
        var insertion =
                collection.insert(
                        list.id(),
                        creation,
                        new ListDocument(list.name(), list.createdAt()),
                        List.of());
        return switch (insertion) {
            case Insertion.Inserted<ListDocument> _ -> new Addition.Added(list);
            case Insertion.Repeated<ListDocument>(var before) ->
                    new Addition.Repeated(open(before));
            case Insertion.KeyReused<ListDocument> _ -> new Addition.KeyReused();
            case Insertion.Taken<ListDocument>(var field) ->
                    throw new IllegalStateException("Nothing of a list is unique, not " + field);
        };
    }

    @Override
    public Optional<NewsletterList> find(String id) {
        return collection.find(id).map(StoredLists::open);
    }

    @Override
    public List<NewsletterList> findAll(Collection<String> ids) {
        return collection.findAll(ids).stream()
                .map(StoredLists::open)
                .sorted(Comparator.comparing(NewsletterList::id))
                .toList();
    }

    @Override
    public List<NewsletterList> all() {
        return collection.list("", MOST).stream().map(StoredLists::open).toList();
    }

    private static NewsletterList open(Stored<ListDocument> stored) {
        return new NewsletterList(stored.id(), stored.body().name(), stored.body().createdAt());
    }
}
