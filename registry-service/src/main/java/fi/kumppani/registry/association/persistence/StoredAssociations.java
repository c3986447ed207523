package fi.kumppani.registry.association.persistence;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.store.UniqueValueTakenException;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Associations;
import fi.kumppani.registry.association.News;
import fi.kumppani.registry.association.Outcome;
import fi.kumppani.registry.association.Refusal;
import fi.kumppani.registry.association.Step;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** One document for each association; identifiers are unique in the deployment when given. */
@Component
class StoredAssociations implements Associations {

    private static final int READ_TOGETHER = 500;
    private static final String BUSINESS_ID = "businessId";
    private static final String REGISTER_NUMBER = "registerNumber";

    private final AggregateCollection<AssociationDocument> collection;
    private final MessageTranslator<News> translator;
    private final NameIndex names = new NameIndex(System::nanoTime);

    StoredAssociations(AggregateCollections collections, MessageTranslator<News> translator) {
        this.collection =
                collections
                        .collection("associations", AssociationDocument.class)
                        .unique(BUSINESS_ID, AssociationDocument::businessId)
                        .unique(REGISTER_NUMBER, AssociationDocument::registerNumber)
                        .open();
        this.translator = translator;
    }

    @Override
    public Optional<Stored<Association>> find(String id) {
        return collection.find(id).map(StoredAssociations::open);
    }

    @Override
    public List<Stored<Association>> list(String after, int limit) {
        return collection.list(after, limit).stream().map(StoredAssociations::open).toList();
    }

    @Override
    public List<Stored<Association>> named(String words, String after, int limit) {
        List<String> ids =
                names.find(Tenancy.current(), words, this::all).stream()
                        .filter(id -> id.compareTo(after) > 0)
                        .limit(limit)
                        .toList();
        return collection.findAll(ids).stream()
                .map(StoredAssociations::open)
                .sorted(Comparator.comparing(Stored::id))
                .toList();
    }

    private List<Stored<Association>> all() {
        List<Stored<Association>> all = new ArrayList<>();
        List<Stored<Association>> next = list("", READ_TOGETHER);
        while (!next.isEmpty()) {
            all.addAll(next);
            next = list(next.getLast().id(), READ_TOGETHER);
        }
        return all;
    }

    @Override
    public Addition add(Association association, Creation creation) {
        Insertion<AssociationDocument> insertion =
                collection.insert(
                        association.origin().id(),
                        creation,
                        AssociationDocument.from(association),
                        translator.announce(new News.Registered(association)));
        return switch (insertion) {
            case Insertion.Inserted(var stored) -> new Addition.Added(open(stored));
            case Insertion.Repeated(var stored) -> new Addition.Repeated(open(stored));
            case Insertion.KeyReused<AssociationDocument> _ -> new Addition.KeyReused();
            case Insertion.Taken<AssociationDocument>(String field) ->
                    new Addition.Taken(taken(field));
        };
    }

    @Override
    public Outcome change(String id, long version, Function<Association, Step> decide) {
        try {
            return collection
                    .<Outcome>change(id, OptionalLong.of(version), stored -> take(stored, decide))
                    .orElseGet(Outcome.Unknown::new);
        } catch (UniqueValueTakenException e) {
            return new Outcome.Refused(taken(e.field()));
        }
    }

    private Change<AssociationDocument, Outcome> take(
            Stored<AssociationDocument> stored, Function<Association, Step> decide) {
        Stored<Association> before = open(stored);
        return switch (decide.apply(before.body())) {
            case Step.Take(News news) ->
                    Change.to(
                            AssociationDocument.from(news.association()),
                            translator.announce(news),
                            new Outcome.Kept(next(before, news.association())));
            case Step.Stay _ -> Change.none(new Outcome.Kept(before));
            case Step.Refuse(Refusal refusal) -> Change.none(new Outcome.Refused(refusal));
        };
    }

    private static Refusal taken(String field) {
        return field.equals(BUSINESS_ID)
                ? Refusal.BUSINESS_ID_TAKEN
                : Refusal.REGISTER_NUMBER_TAKEN;
    }

    private static Stored<Association> open(Stored<AssociationDocument> stored) {
        return stored.with(stored.body().toDomain());
    }

    private static Stored<Association> next(Stored<Association> before, Association after) {
        return before.after(1, after);
    }
}
