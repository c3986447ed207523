package fi.kumppani.kit.store;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;

import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.outbox.OutboxEntries;
import fi.kumppani.kit.outbox.OutboxEntry;
import fi.kumppani.kit.outbox.OutboxRelay;
import fi.kumppani.kit.outbox.OutboxSource;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The aggregates of one kind, one document each.
 *
 * <p>A change is one write of one document, guarded by its version, that holds the new state and
 * the messages it owes. Every filter carries the current municipality; without one nothing is read
 * or written. Faults of the store come out as {@link com.mongodb.MongoException}.
 *
 * @param <B> the service's document type
 */
public final class AggregateCollection<B> implements OutboxSource {

    private static final int MOST_ATTEMPTS = 20;
    private static final int PAGE = 200;
    private static final int MOST_LOOKED_UP_TOGETHER = 8;
    private static final String CREATION_KEY = "creation.key";

    private final MongoCollection<Document> collection;
    private final Class<B> type;
    private final Map<String, Function<B, @Nullable String>> uniqueValues;
    private final @Nullable Function<B, String> state;
    private final DocumentMapper mapper;
    private final OutboxEntries entries;
    private final Supplier<OutboxEntries.Origin> origin;
    private final OutboxRelay relay;
    private final Map<MunicipalityCode, Together<Collection<String>, List<Document>>> lookUps =
            new ConcurrentHashMap<>();

    AggregateCollection(
            MongoCollection<Document> collection,
            Class<B> type,
            Map<String, Function<B, @Nullable String>> uniqueValues,
            @Nullable Function<B, String> state,
            DocumentMapper mapper,
            OutboxEntries entries,
            Supplier<OutboxEntries.Origin> origin,
            OutboxRelay relay) {
        this.collection = collection.withWriteConcern(WriteConcern.MAJORITY);
        this.type = type;
        this.uniqueValues = uniqueValues;
        this.state = state;
        this.mapper = mapper;
        this.entries = entries;
        this.origin = origin;
        this.relay = relay;
    }

    /**
     * The fields that need a unique index: always present, because they fall back to the own id.
     */
    List<String> uniqueFields() {
        List<String> fields = new ArrayList<>();
        fields.add(CREATION_KEY);
        uniqueValues.keySet().forEach(name -> fields.add(keyField(name)));
        return fields;
    }

    /** The aggregate with this id, if the current municipality has it. */
    public Optional<Stored<B>> find(String id) {
        return lookUp(List.of(id)).stream().findFirst().map(this::open);
    }

    /**
     * The aggregate with this id; one that does not exist yet in version 0 with the body it begins
     * with, as {@link #changeOrBegin} sees it.
     *
     * @param first the body to begin with
     */
    public Stored<B> findOrBegin(String id, B first) {
        return find(id).orElseGet(() -> begin(id, first));
    }

    /** The aggregates with these ids that the current municipality has, in no particular order. */
    public List<Stored<B>> findAll(Collection<String> ids) {
        return lookUp(ids).stream().map(this::open).toList();
    }

    private List<Document> lookUp(Collection<String> ids) {
        MunicipalityCode municipality = Tenancy.current();
        return ids.size() > MOST_LOOKED_UP_TOGETHER
                ? documents(municipality, ids)
                : lookUps.computeIfAbsent(municipality, this::lookUps).ask(ids);
    }

    private Together<Collection<String>, List<Document>> lookUps(MunicipalityCode municipality) {
        return new Together<>(asked -> lookUpAll(municipality, asked));
    }

    private List<List<Document>> lookUpAll(
            MunicipalityCode municipality, List<Collection<String>> asked) {
        if (asked.size() == 1) {
            return List.of(documents(municipality, asked.getFirst()));
        }
        Set<String> all = asked.stream().flatMap(Collection::stream).collect(Collectors.toSet());
        Map<String, Document> found =
                documents(municipality, all).stream()
                        .collect(
                                Collectors.toMap(
                                        each -> each.getString(Envelope.ID), Function.identity()));
        return asked.stream()
                .map(
                        ids ->
                                ids.stream()
                                        .distinct()
                                        .map(found::get)
                                        .filter(Objects::nonNull)
                                        .toList())
                .toList();
    }

    private List<Document> documents(MunicipalityCode municipality, Collection<String> ids) {
        Bson wanted =
                ids.size() == 1 ? eq(Envelope.ID, ids.iterator().next()) : in(Envelope.ID, ids);
        return collection
                .find(and(wanted, eq(Envelope.MUNICIPALITY, municipality.value())))
                .into(new ArrayList<>());
    }

    /** The current municipality's aggregate with this unique value. */
    public Optional<Stored<B>> findByUnique(String name, String value) {
        return first(and(eq(keyField(name), value), eq(Envelope.MUNICIPALITY, municipality())));
    }

    /**
     * The current municipality's aggregates in the order they were made.
     *
     * @param after only ids greater than this; empty for the beginning
     * @param limit the most to give
     */
    public List<Stored<B>> list(String after, int limit) {
        return collection
                .find(and(eq(Envelope.MUNICIPALITY, municipality()), gt(Envelope.ID, after)))
                .sort(ascending(Envelope.ID))
                .limit(limit)
                .map(this::open)
                .into(new ArrayList<>());
    }

    /**
     * The current municipality's aggregates that are in one of the states, in the order of their
     * ids. For views that are looked at now and then; the embedded store reads the whole collection
     * for it.
     *
     * @param after only ids greater than this; empty for the beginning
     * @param limit the most to give
     */
    public List<Stored<B>> listIn(Collection<String> states, String after, int limit) {
        return collection
                .find(
                        and(
                                eq(Envelope.MUNICIPALITY, municipality()),
                                in(Envelope.STATE, states),
                                gt(Envelope.ID, after)))
                .sort(ascending(Envelope.ID))
                .limit(limit)
                .map(this::open)
                .into(new ArrayList<>());
    }

    /**
     * How many of its aggregates the current municipality has in each state; for views as above.
     */
    public Map<String, Long> countByState() {
        Map<String, Long> counts = new TreeMap<>();
        collection
                .aggregate(
                        List.of(
                                match(eq(Envelope.MUNICIPALITY, municipality())),
                                group("$" + Envelope.STATE, sum("count", 1L))))
                .forEach(
                        group ->
                                counts.put(
                                        group.getString(Envelope.ID),
                                        group.get("count", Number.class).longValue()));
        return counts;
    }

    /**
     * Where aggregates in one of the states are, whatever municipality they belong to: what a job
     * looks through at its start for work that a crash left, and rarely after. Only ids are told;
     * the work itself is done in each one's municipality.
     *
     * @param after only ids greater than this; empty for the beginning
     * @param limit the most to give
     */
    public List<Located> locate(Collection<String> states, String after, int limit) {
        return collection
                .find(and(in(Envelope.STATE, states), gt(Envelope.ID, after)))
                .projection(include(Envelope.ID, Envelope.MUNICIPALITY))
                .sort(ascending(Envelope.ID))
                .limit(limit)
                .map(
                        document ->
                                new Located(
                                        document.getString(Envelope.ID),
                                        new MunicipalityCode(
                                                document.getString(Envelope.MUNICIPALITY))))
                .into(new ArrayList<>());
    }

    /**
     * Does work for each aggregate in one of the states, whatever municipality it belongs to, in
     * the order of their ids and each in its own municipality: what a job does for what {@link
     * #locate} finds.
     *
     * @param work is given the id
     */
    public void forEachIn(Collection<String> states, Consumer<String> work) {
        forEachPage(
                states,
                page ->
                        page.forEach(
                                each ->
                                        Tenancy.runIn(
                                                each.municipality(),
                                                () -> work.accept(each.id()))));
    }

    /**
     * The same for several at once, of one municipality each time.
     *
     * @param work is given the ids, at most {@value #PAGE}
     */
    public void forEachPartIn(Collection<String> states, Consumer<List<String>> work) {
        forEachPage(
                states,
                page ->
                        page.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Located::municipality,
                                                Collectors.mapping(
                                                        Located::id, Collectors.toList())))
                                .forEach(
                                        (municipality, ids) ->
                                                Tenancy.runIn(
                                                        municipality, () -> work.accept(ids))));
    }

    private void forEachPage(Collection<String> states, Consumer<List<Located>> work) {
        String after = "";
        List<Located> page;
        do {
            page = locate(states, after, PAGE);
            work.accept(page);
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE);
    }

    /**
     * Keeps a new aggregate with the messages it owes, unless the same request made it before.
     *
     * @param creation the request, or null when the id itself says what made it
     */
    public Insertion<B> insert(
            String id, @Nullable Creation creation, B body, List<OutboundMessage> owed) {
        MunicipalityCode municipality = Tenancy.current();
        List<OutboxEntry> outbox = entries.of(municipality, 0, owed, origin.get());
        Document document =
                new Document(Envelope.ID, id)
                        .append(Envelope.MUNICIPALITY, municipality.value())
                        .append(Envelope.VERSION, 1L)
                        .append(Envelope.SEQUENCE, (long) outbox.size())
                        .append(Envelope.PENDING, !outbox.isEmpty())
                        .append(
                                Envelope.OUTBOX,
                                outbox.stream().map(OutboxEntry::toDocument).toList())
                        .append(
                                "creation",
                                new Document("key", creation == null ? id : creation.key())
                                        .append(
                                                "contentHash",
                                                creation == null ? "" : creation.contentHash()))
                        .append("keys", keys(id, body))
                        .append(Envelope.BODY, mapper.write(body));
        if (state != null) {
            document.append(Envelope.STATE, state.apply(body));
        }
        try {
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (Envelope.isDuplicate(e)) {
                return inTheWay(id, creation, body).orElseThrow(() -> e);
            }
            throw e;
        }
        wake(id, outbox);
        return new Insertion.Inserted<>(new Stored<>(id, municipality, 1L, outbox.size(), body));
    }

    /**
     * What {@link #insert} would come to as things stand; nothing is kept.
     *
     * @return empty when it would be kept
     */
    public Optional<Insertion<B>> foresee(String id, Creation creation, B body) {
        return inTheWay(id, creation, body);
    }

    private Optional<Insertion<B>> inTheWay(String id, @Nullable Creation creation, B body) {
        Bson before = creation == null ? eq(Envelope.ID, id) : eq(CREATION_KEY, creation.key());
        Document document =
                collection.find(and(before, eq(Envelope.MUNICIPALITY, municipality()))).first();
        if (document != null) {
            String hash = document.getEmbedded(List.of("creation", "contentHash"), "");
            boolean same = creation == null || hash.equals(creation.contentHash());
            return Optional.of(
                    same ? new Insertion.Repeated<>(open(document)) : new Insertion.KeyReused<>());
        }
        return takenField(id, body).map(Insertion.Taken::new);
    }

    /**
     * Changes an aggregate as {@link #change(String, OptionalLong, Function)}, whatever its
     * version.
     */
    public <R> Optional<R> change(String id, Function<Stored<B>, Change<B, R>> decide) {
        return change(id, OptionalLong.empty(), decide);
    }

    /**
     * Loads an aggregate, asks what is to be done with it, and does it in one write. When somebody
     * else wrote in between, it is loaded and asked again, so the question must have no effects.
     *
     * @param expected the version the caller has seen, if they must have seen the current one
     * @return what the use case answers; empty when the current municipality has no such aggregate
     * @throws StaleVersionException when another version than the expected one is current
     * @throws ContentionException when others kept writing in between
     * @throws UniqueValueTakenException when another aggregate has a value that must be unique
     */
    public <R> Optional<R> change(
            String id, OptionalLong expected, Function<Stored<B>, Change<B, R>> decide) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Stored<B>> found = find(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Stored<B> stored = found.get();
            if (expected.isPresent() && expected.getAsLong() != stored.version()) {
                throw new StaleVersionException();
            }
            Change<B, R> change = decide.apply(stored);
            switch (change) {
                case Change.None<B, R> _ -> {
                    return Optional.of(change.result());
                }
                case Change.To<B, R>(var body, var owed, var result) -> {
                    if (replace(stored, body, owed)) {
                        return Optional.of(result);
                    }
                }
            }
            Pauses.BY_CHANCE.after(attempt);
        }
        throw new ContentionException();
    }

    /**
     * Does in one write what was decided about an aggregate as it was seen.
     *
     * @return what the use case answers; empty when somebody else wrote since it was seen
     * @throws UniqueValueTakenException when another aggregate has a value that must be unique
     */
    public <R> Optional<R> changeAsSeen(Stored<?> seen, Change<B, R> change) {
        boolean isDone =
                switch (change) {
                    case Change.None<B, R> _ -> true;
                    case Change.To<B, R>(var body, var owed, _) -> replace(seen, body, owed);
                };
        return isDone ? Optional.of(change.result()) : Optional.empty();
    }

    /**
     * Changes an aggregate as {@link #change(String, OptionalLong, Function)}; one that does not
     * exist yet is seen in version 0 with the body it begins with, and is kept by its first change.
     *
     * @param first the body to begin with
     */
    public <R> R changeOrBegin(
            String id, B first, OptionalLong expected, Function<Stored<B>, Change<B, R>> decide) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<R> changed = change(id, expected, decide);
            if (changed.isPresent()) {
                return changed.get();
            }
            if (expected.orElse(0) != 0) {
                throw new StaleVersionException();
            }
            Change<B, R> change = decide.apply(begin(id, first));
            boolean done =
                    switch (change) {
                        case Change.None<B, R> _ -> true;
                        case Change.To<B, R>(var body, var owed, _) ->
                                insert(id, null, body, owed) instanceof Insertion.Inserted;
                    };
            if (done) {
                return change.result();
            }
        }
        throw new ContentionException();
    }

    /** Erases an aggregate for good, with whatever it still owed. */
    public void erase(String id) {
        var _ = collection.deleteOne(mine(id));
    }

    /**
     * Erases an aggregate for good, with whatever it still owed, if that is right as it stands.
     *
     * @param isRight asked perhaps several times, each time about what is true then
     * @return whether it was erased by this
     * @throws ContentionException when others kept writing in between
     */
    public boolean eraseIf(String id, Predicate<Stored<B>> isRight) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Stored<B>> found = find(id);
            if (found.isEmpty() || !isRight.test(found.get())) {
                return false;
            }
            var erased =
                    collection.deleteOne(
                            and(mine(id), eq(Envelope.VERSION, found.get().version())));
            if (erased.getDeletedCount() > 0) {
                return true;
            }
        }
        throw new ContentionException();
    }

    /**
     * Erases an aggregate for good, if that is right as it stands and all it had to tell is told.
     *
     * @return whether it was erased by this; if not, it is worth another look later
     */
    public boolean eraseOnceTold(String id, Predicate<Stored<B>> isRight) {
        Optional<Stored<B>> found = find(id);
        return found.isPresent()
                && isRight.test(found.get())
                && collection
                                .deleteOne(
                                        and(
                                                mine(id),
                                                eq(Envelope.VERSION, found.get().version()),
                                                eq(Envelope.PENDING, false)))
                                .getDeletedCount()
                        > 0;
    }

    private boolean replace(Stored<?> stored, B body, List<OutboundMessage> owed) {
        List<OutboxEntry> outbox =
                entries.of(stored.municipality(), stored.sequence(), owed, origin.get());
        List<Bson> updates = new ArrayList<>();
        updates.add(set(Envelope.VERSION, stored.version() + 1));
        updates.add(set(Envelope.BODY, mapper.write(body)));
        updates.add(set("keys", keys(stored.id(), body)));
        if (state != null) {
            updates.add(set(Envelope.STATE, state.apply(body)));
        }
        if (!outbox.isEmpty()) {
            updates.add(set(Envelope.SEQUENCE, stored.sequence() + outbox.size()));
            updates.add(set(Envelope.PENDING, true));
            updates.add(
                    pushEach(
                            Envelope.OUTBOX,
                            outbox.stream().map(OutboxEntry::toDocument).toList()));
        }
        try {
            var written =
                    collection.updateOne(
                            and(mine(stored.id()), eq(Envelope.VERSION, stored.version())),
                            combine(updates));
            if (written.getMatchedCount() == 0) {
                return false;
            }
        } catch (MongoWriteException e) {
            if (Envelope.isDuplicate(e)) {
                throw new UniqueValueTakenException(
                        takenField(stored.id(), body).orElseThrow(() -> e));
            }
            throw e;
        }
        wake(stored.id(), outbox);
        return true;
    }

    private Optional<String> takenField(String id, B body) {
        return keys(id, body).entrySet().stream()
                .filter(
                        key -> {
                            Document holder =
                                    collection
                                            .find(eq(keyField(key.getKey()), key.getValue()))
                                            .projection(include(Envelope.ID))
                                            .first();
                            return holder != null && !id.equals(holder.getString(Envelope.ID));
                        })
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Document keys(String id, B body) {
        Document keys = new Document();
        uniqueValues.forEach(
                (name, value) -> {
                    String given = value.apply(body);
                    keys.append(name, given == null ? id : given);
                });
        return keys;
    }

    private void wake(String id, List<OutboxEntry> outbox) {
        if (!outbox.isEmpty()) {
            relay.wake(this, id, outbox.size());
        }
    }

    private Optional<Stored<B>> first(Bson filter) {
        return Optional.ofNullable(collection.find(filter).first()).map(this::open);
    }

    private static <B> Stored<B> begin(String id, B first) {
        return new Stored<>(id, Tenancy.current(), 0, 0, first);
    }

    private Stored<B> open(Document document) {
        return Envelope.open(mapper, type, document);
    }

    private static Bson mine(String id) {
        return and(eq(Envelope.ID, id), eq(Envelope.MUNICIPALITY, municipality()));
    }

    private static String municipality() {
        return Tenancy.current().value();
    }

    private static String keyField(String name) {
        return "keys." + name;
    }

    // The outbox: read and settled by the relay, for all municipalities alike.

    @Override
    public String name() {
        return collection.getNamespace().getCollectionName();
    }

    @Override
    public List<Owed> owedBy(Collection<String> ids) {
        List<Owed> owed = new ArrayList<>(ids.size());
        for (Document document :
                collection.find(in(Envelope.ID, ids)).projection(include(Envelope.OUTBOX))) {
            List<OutboxEntry> outbox =
                    document.getList(Envelope.OUTBOX, Document.class, List.of()).stream()
                            .map(OutboxEntry::from)
                            .toList();
            if (!outbox.isEmpty()) {
                owed.add(new Owed(document.getString(Envelope.ID), outbox, 0));
            }
        }
        return owed;
    }

    @Override
    public void settle(List<Owed> published) {
        if (published.isEmpty()) {
            return;
        }
        List<WriteModel<Document>> writes = new ArrayList<>(published.size() * 2);
        for (Owed owed : published) {
            List<String> ids = owed.entries().stream().map(OutboxEntry::id).toList();
            Bson onlyThese =
                    and(
                            eq(Envelope.ID, owed.id()),
                            size(Envelope.OUTBOX, ids.size()),
                            all(Envelope.OUTBOX + ".id", ids));
            writes.add(
                    new UpdateOneModel<>(
                            onlyThese,
                            combine(
                                    set(Envelope.OUTBOX, List.of()),
                                    set(Envelope.PENDING, false))));
        }
        var cleared = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        if (cleared.getMatchedCount() < published.size()) {
            published.forEach(this::settleAmongNewer);
        }
    }

    private void settleAmongNewer(Owed owed) {
        List<String> ids = owed.entries().stream().map(OutboxEntry::id).toList();
        var _ =
                collection.updateOne(
                        eq(Envelope.ID, owed.id()), pull(Envelope.OUTBOX, in("id", ids)));
        var _ =
                collection.updateOne(
                        and(eq(Envelope.ID, owed.id()), size(Envelope.OUTBOX, 0)),
                        set(Envelope.PENDING, false));
    }

    @Override
    public List<String> owing(String after, int limit) {
        return collection
                .find(and(eq(Envelope.PENDING, true), gt(Envelope.ID, after)))
                .projection(include(Envelope.ID))
                .sort(ascending(Envelope.ID))
                .limit(limit)
                .map(document -> document.getString(Envelope.ID))
                .into(new ArrayList<>());
    }
}
