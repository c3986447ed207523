package fi.kumppani.registry.association.persistence;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.RecentlyRead;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.store.UniqueValueTakenException;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Associations;
import fi.kumppani.registry.association.Members;
import fi.kumppani.registry.association.News;
import fi.kumppani.registry.association.Outcome;
import fi.kumppani.registry.association.Refusal;
import fi.kumppani.registry.association.Search;
import fi.kumppani.registry.association.Step;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One document for each association; identifiers are unique in the deployment when given. */
@Component
class StoredAssociations implements Associations {

    private static final int READ_TOGETHER = 500;
    private static final String BUSINESS_ID = "businessId";
    private static final String REGISTER_NUMBER = "registerNumber";

    private final AggregateCollection<AssociationDocument> collection;
    private final MessageTranslator<News> translator;
    private final Members members;
    private final RecentlyRead<List<DirectoryEntry>> entries = new RecentlyRead<>(System::nanoTime);
    private final RecentlyRead<Map<String, Set<String>>> memberships =
            new RecentlyRead<>(System::nanoTime);

    StoredAssociations(
            AggregateCollections collections, MessageTranslator<News> translator, Members members) {
        this.collection =
                collections
                        .collection("associations", AssociationDocument.class)
                        .unique(BUSINESS_ID, AssociationDocument::businessId)
                        .unique(REGISTER_NUMBER, AssociationDocument::registerNumber)
                        .open();
        this.translator = translator;
        this.members = members;
    }

    @Override
    public Optional<Stored<Association>> find(String id) {
        return collection.find(id).map(StoredAssociations::open);
    }

    @Override
    public Map<String, Association> findAll(Collection<String> ids) {
        return collection.findAll(ids).stream()
                .collect(Collectors.toMap(Stored::id, stored -> stored.body().toDomain()));
    }

    @Override
    public List<Stored<Association>> list(String after, int limit) {
        return collection.list(after, limit).stream().map(StoredAssociations::open).toList();
    }

    @Override
    public List<Stored<Association>> matching(Search search, String after, int limit) {
        if (search.isForAll()) {
            return list(after, limit);
        }
        Predicate<DirectoryEntry> inNetwork =
                search.network().map(this::isMember).orElse(_ -> true);
        List<String> ids =
                entries.of(Tenancy.current(), this::entries).stream()
                        .filter(entry -> entry.id().compareTo(after) > 0)
                        .filter(entry -> entry.isLookedFor(search))
                        .filter(inNetwork)
                        .map(DirectoryEntry::id)
                        .limit(limit)
                        .toList();
        return collection.findAll(ids).stream()
                .map(StoredAssociations::open)
                .sorted(Comparator.comparing(Stored::id))
                .toList();
    }

    private Predicate<DirectoryEntry> isMember(String network) {
        Set<String> all =
                memberships
                        .of(Tenancy.current(), members::byNetwork)
                        .getOrDefault(network, Set.of());
        return entry -> all.contains(entry.id());
    }

    private List<DirectoryEntry> entries() {
        return all().stream().map(DirectoryEntry::of).toList();
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
        entries.forget(Tenancy.current());
        return addition(insertion);
    }

    @Override
    public Optional<Addition> foresee(Association association, Creation creation) {
        return collection
                .foresee(association.origin().id(), creation, AssociationDocument.from(association))
                .map(StoredAssociations::addition);
    }

    private static Addition addition(Insertion<AssociationDocument> insertion) {
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
        return change(id, OptionalLong.of(version), decide);
    }

    @Override
    public Outcome change(String id, Function<Association, Step> decide) {
        return change(id, OptionalLong.empty(), decide);
    }

    private Outcome change(String id, OptionalLong version, Function<Association, Step> decide) {
        try {
            Outcome outcome =
                    collection
                            .<Outcome>change(id, version, stored -> take(stored, decide))
                            .orElseGet(Outcome.Unknown::new);
            entries.forget(Tenancy.current());
            return outcome;
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
                            new Outcome.Kept(before.after(1, news.association())));
            case Step.Keep(Association after) ->
                    Change.to(
                            AssociationDocument.from(after),
                            List.of(),
                            new Outcome.Kept(before.after(0, after)));
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
}
