package fi.kumppani.newsletter.subscription.persistence;

import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.newsletter.subscription.Area;
import fi.kumppani.newsletter.subscription.Audience;
import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.NewsletterList.Profile;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One document for each list. */
@Component
class StoredLists implements Lists {

    private final AggregateCollection<ListDocument> collection;

    StoredLists(AggregateCollections collections) {
        this.collection = collections.collection("lists", ListDocument.class).open();
    }

    /** A list as it is kept. */
    record ListDocument(
            LocalizedText name,
            ProfileDocument profile,
            Instant createdAt,
            @Nullable String looseningAskedBy) {

        static ListDocument from(NewsletterList list) {
            return new ListDocument(
                    list.name(),
                    ProfileDocument.from(list.profile()),
                    list.createdAt(),
                    list.looseningAskedBy());
        }
    }

    /** What a list is about, as it is kept. */
    record ProfileDocument(
            @Nullable LocalizedText about,
            @Nullable String topic,
            @Nullable LocalizedText area,
            String audience,
            List<String> languages,
            @Nullable LocalizedText welcome,
            boolean fourEyes,
            boolean open,
            @Nullable List<AreaDocument> areas,
            boolean sendsLatest,
            boolean announcesCalls) {

        static ProfileDocument from(Profile profile) {
            return new ProfileDocument(
                    profile.about(),
                    profile.topic(),
                    profile.area(),
                    WireCodes.of(profile.audience()),
                    profile.languages().stream().map(Language::code).sorted().toList(),
                    profile.welcome(),
                    profile.fourEyes(),
                    profile.open(),
                    profile.areas().stream()
                            .map(area -> new AreaDocument(area.code(), area.name()))
                            .toList(),
                    profile.sendsLatest(),
                    profile.announcesCalls());
        }

        Profile toDomain() {
            return new Profile(
                    about,
                    topic,
                    area,
                    WireCodes.read(Audience.class, audience).orElseThrow(),
                    languages.stream().map(Language::ofCode).collect(Collectors.toSet()),
                    welcome,
                    fourEyes,
                    open,
                    areas == null
                            ? List.of()
                            : areas.stream()
                                    .map(area -> new Area(area.code(), area.name()))
                                    .toList(),
                    sendsLatest,
                    announcesCalls);
        }
    }

    /** An area as it is kept. */
    record AreaDocument(String code, LocalizedText name) {}

    @Override
    public Addition add(NewsletterList list, Creation creation) {
        var insertion = collection.insert(list.id(), creation, ListDocument.from(list), List.of());
        return switch (insertion) {
            case Insertion.Inserted<ListDocument> _ -> new Addition.Added(list);
            case Insertion.Repeated<ListDocument>(var before) ->
                    new Addition.Repeated(open(before).body());
            case Insertion.KeyReused<ListDocument> _ -> new Addition.KeyReused();
            case Insertion.Taken<ListDocument>(var field) ->
                    throw new IllegalStateException("Nothing of a list is unique, not " + field);
        };
    }

    @Override
    public Optional<Stored<NewsletterList>> stored(String id) {
        return collection.find(id).map(StoredLists::open);
    }

    @Override
    public List<NewsletterList> findAll(Collection<String> ids) {
        return collection.findAll(ids).stream()
                .map(stored -> open(stored).body())
                .sorted(Comparator.comparing(NewsletterList::id))
                .toList();
    }

    @Override
    public List<NewsletterList> all() {
        return collection.list("", MOST).stream().map(stored -> open(stored).body()).toList();
    }

    @Override
    public Optional<Stored<NewsletterList>> change(
            String id, long version, UnaryOperator<NewsletterList> change) {
        return collection.change(
                id,
                OptionalLong.of(version),
                stored -> {
                    Stored<NewsletterList> before = open(stored);
                    NewsletterList after = change.apply(before.body());
                    return Change.to(ListDocument.from(after), List.of(), before.after(0, after));
                });
    }

    private static Stored<NewsletterList> open(Stored<ListDocument> stored) {
        ListDocument list = stored.body();
        return stored.with(
                new NewsletterList(
                        stored.id(),
                        list.name(),
                        list.profile().toDomain(),
                        list.createdAt(),
                        list.looseningAskedBy()));
    }
}
