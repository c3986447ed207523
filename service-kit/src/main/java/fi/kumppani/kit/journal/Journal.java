package fi.kumppani.kit.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.journal.RecentParents.Standing;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.outbox.OutboxEntries;
import fi.kumppani.kit.outbox.OutboxEntry;
import fi.kumppani.kit.outbox.OutboxRelay;
import fi.kumppani.kit.outbox.OutboxSource;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.DocumentMapper;
import fi.kumppani.kit.store.Envelope;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.store.Pauses;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Parents of one kind, each with many children that move together with it.
 *
 * <p>A batch of moves is decided at once and kept in <em>one</em> versioned write of the parent:
 * its new state, and as steps all children and journal lines that follow from it. From then on it
 * holds. The children and the journal document {@code <parent>:<batch>}, which keeps lines and
 * messages for good, are written after it, under ids and guards that make doing so twice harmless;
 * whoever loads the parent next finishes what a crash left. A journal document is written last, so
 * where it exists its batch is complete.
 *
 * <p>The relay reads journal documents by their dense numbers from the parent's published-up-to
 * mark, so that an outage of the broker never grows the parent.
 *
 * @param <P> the parents' document type
 */
public final class Journal<P> implements OutboxSource {

    /** The most moves decided in one write. */
    public static final int MOST_MOVES = 64;

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private static final String BATCH = "journal.batch";
    private static final String TOKEN = "journal.token";
    private static final String STEPS = "journal.steps";
    private static final String PUBLISHED = "journal.published";
    private static final String LINES = "lines";
    private static final String AT = "at";
    private static final String CREATION_KEY = "creation.key";
    private static final int MOST_DOCUMENTS_A_ROUND = 16;
    private static final int MOST_ATTEMPTS = 50;
    private static final int MOST_UNANSWERED = 3;
    private static final int WRITE_CONFLICT = 112;

    private final MongoCollection<Document> parents;
    private final MongoCollection<Document> journal;
    private final Class<P> type;
    private final Map<String, ChildCollection<?>> children;
    private final DocumentMapper mapper;
    private final OutboxEntries entries;
    private final Supplier<OutboxEntries.Origin> origin;
    private final OutboxRelay relay;
    private final Clock clock;
    private final Ids ids;
    private final Pauses pauses;
    private final Lanes<P> lanes;
    private final RecentParents<P> recent = new RecentParents<>();

    Journal(
            MongoCollection<Document> parents,
            MongoCollection<Document> journal,
            Class<P> type,
            Map<String, ChildCollection<?>> children,
            DocumentMapper mapper,
            OutboxEntries entries,
            Supplier<OutboxEntries.Origin> origin,
            OutboxRelay relay,
            Clock clock,
            Ids ids,
            Pauses pauses) {
        this.parents = parents.withWriteConcern(WriteConcern.MAJORITY);
        this.journal = journal.withWriteConcern(WriteConcern.MAJORITY);
        this.type = type;
        this.children = children;
        this.mapper = mapper;
        this.entries = entries;
        this.origin = origin;
        this.relay = relay;
        this.clock = clock;
        this.ids = ids;
        this.pauses = pauses;
        this.lanes = new Lanes<>(this::decide);
    }

    /**
     * The parent with this id, if the current municipality has it; all that follows from its state
     * has been carried out, so that its children, read afterwards, are at least as new.
     */
    public Optional<Stored<P>> find(String id) {
        Document document = load(id);
        if (document == null) {
            return Optional.empty();
        }
        finish(document);
        return Optional.of(Envelope.open(mapper, type, document));
    }

    /** The id of the parent that this request made, if the current municipality has it. */
    public Optional<String> madeBy(String creationKey) {
        return Optional.ofNullable(
                        parents.find(and(eq(CREATION_KEY, creationKey), municipal()))
                                .projection(include(Envelope.ID))
                                .first())
                .map(document -> document.getString(Envelope.ID));
    }

    /** The parents with these ids that the current municipality has, in no particular order. */
    public List<Stored<P>> findAll(Collection<String> parentIds) {
        return parents.find(and(in(Envelope.ID, parentIds), municipal()))
                .map(document -> Envelope.open(mapper, type, document))
                .into(new ArrayList<>());
    }

    /**
     * The current municipality's parents in the order they were made.
     *
     * @param after only ids greater than this; empty for the beginning
     * @param limit the most to give
     */
    public List<Stored<P>> list(String after, int limit) {
        return parents.find(and(municipal(), gt(Envelope.ID, after)))
                .sort(ascending(Envelope.ID))
                .limit(limit)
                .map(document -> Envelope.open(mapper, type, document))
                .into(new ArrayList<>());
    }

    /**
     * Some of the current municipality's parents in another order, for views that are looked at now
     * and then: declare an index that begins with the municipality; small engines read the whole
     * collection all the same.
     *
     * @param question about the documents as they are kept, see {@link Envelope}
     * @param limit the most to give
     */
    public List<Stored<P>> query(Bson question, Bson order, int limit) {
        return parents.find(and(municipal(), question))
                .projection(exclude("journal"))
                .sort(order)
                .limit(limit)
                .map(document -> Envelope.open(mapper, type, document))
                .into(new ArrayList<>());
    }

    /**
     * Where parents are for which a field of the body has this value, whatever municipality they
     * belong to: what a job looks through at its start for work that a crash left, and rarely
     * after. Every engine reads the whole collection for it.
     *
     * @param after only ids greater than this; empty for the beginning
     * @param limit the most to give
     */
    public List<Located> locate(String field, Object value, String after, int limit) {
        return located(eq(Envelope.BODY + "." + field, value), after, limit);
    }

    /**
     * Where parents are for which a moment in the body is not later than this, whatever
     * municipality they belong to; those without it are left out. Meant, as {@link #locate}, for
     * jobs at their start and rarely after: an engine without an index on the field reads the whole
     * collection.
     *
     * @param after only ids greater than this; empty for the beginning
     * @param limit the most to give
     */
    public List<Located> locateUpTo(String field, Instant moment, String after, int limit) {
        return located(lte(Envelope.BODY + "." + field, Date.from(moment)), after, limit);
    }

    private List<Located> located(Bson question, String after, int limit) {
        return parents.find(and(question, gt(Envelope.ID, after)))
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
     * Keeps a new parent, unless the same request made it before; further moves bring its children.
     *
     * @param owed messages about the parent
     * @param line the first line of its journal
     */
    public Insertion<P> insert(
            String id, @Nullable Creation creation, P body, Record line, OutboundMessage... owed) {
        MunicipalityCode municipality = Tenancy.current();
        List<OutboxEntry> outbox = entries.of(municipality, 0, List.of(owed), origin.get());
        Document steps = new Steps(List.of(), outbox, List.of(line(line))).toDocument();
        Document document =
                new Document(Envelope.ID, id)
                        .append(Envelope.MUNICIPALITY, municipality.value())
                        .append(Envelope.VERSION, 1L)
                        .append(Envelope.SEQUENCE, (long) outbox.size())
                        .append(Envelope.PENDING, true)
                        .append(
                                "creation",
                                new Document("key", creation == null ? id : creation.key())
                                        .append(
                                                "contentHash",
                                                creation == null ? "" : creation.contentHash()))
                        .append(Envelope.BODY, mapper.write(body))
                        .append(
                                "journal",
                                new Document("batch", 1L)
                                        .append("token", ids.next())
                                        .append("published", 0L)
                                        .append("steps", steps));
        try {
            parents.insertOne(document);
        } catch (MongoWriteException e) {
            if (!Envelope.isDuplicate(e)) {
                throw e;
            }
            Bson before = creation == null ? eq(Envelope.ID, id) : eq(CREATION_KEY, creation.key());
            Document found = parents.find(and(before, municipal())).first();
            if (found == null) {
                throw e;
            }
            boolean same =
                    creation == null
                            || creation.contentHash()
                                    .equals(
                                            found.getEmbedded(
                                                    List.of("creation", "contentHash"), ""));
            return same
                    ? new Insertion.Repeated<>(Envelope.open(mapper, type, found))
                    : new Insertion.KeyReused<>();
        }
        Stored<P> stored = new Stored<>(id, municipality, 1L, outbox.size(), body);
        if (carryOutQuietly(document)) {
            recent.loaded(new Standing<>(stored, 0), 0);
            recent.wrote(new Standing<>(stored, 1), outbox);
        }
        relay.wake(this, id, outbox.size());
        return new Insertion.Inserted<>(stored);
    }

    /**
     * Has a move decided, in order of arrival with all other moves of the same parent, and waits
     * for the answer. Nothing is answered before it is kept.
     *
     * @return the answer; empty when the current municipality has no such parent
     * @throws ContentionException when too many moves wait, or others kept writing in between
     * @throws MongoException when the store is away, or does not tell whether it kept the move
     */
    public <R> Optional<R> move(String parentId, Move<P, R> move) {
        return lanes.submit(Tenancy.current(), parentId, move, origin.get());
    }

    /**
     * Erases a parent with its journal, as if it had never been; for one that has no children and
     * that nobody was told about.
     *
     * @param decide asked about the parent as it stands, perhaps several times: {@link Change.To}
     *     erases it, {@link Change.None} leaves it
     * @return what was answered; empty when the current municipality has no such parent
     * @throws ContentionException when others kept writing in between
     */
    public <R> Optional<R> erase(String parentId, Function<Stored<P>, Change<P, R>> decide) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Stored<P>> found = find(parentId);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Stored<P> stored = found.get();
            Change<P, R> change = decide.apply(stored);
            if (change instanceof Change.None || eraseIf(parentId, stored.version())) {
                return Optional.of(change.result());
            }
        }
        throw new ContentionException();
    }

    /** Erases the parent first: what a crash leaves of its journal belongs to nothing. */
    private boolean eraseIf(String parentId, long version) {
        Document erased =
                parents.findOneAndDelete(
                        and(eq(Envelope.ID, parentId), municipal(), eq(Envelope.VERSION, version)));
        if (erased == null) {
            return false;
        }
        recent.forget(parentId);
        long batches = batchOf(erased);
        for (long batch = 1; batch <= batches; batch += MOST_MOVES) {
            List<String> ids =
                    LongStream.range(batch, Math.min(batch + MOST_MOVES, batches + 1))
                            .mapToObj(number -> journalId(parentId, number))
                            .toList();
            var _ = journal.deleteMany(and(in(Envelope.ID, ids), municipal()));
        }
        return true;
    }

    /**
     * The journal of a parent, oldest first.
     *
     * @param after only lines behind this one; {@link LinePosition#START} for the beginning
     * @param limit the most lines to give, at least 1
     */
    public <L extends Record> List<JournalLine<L>> lines(
            String parentId, Class<L> lineType, LinePosition after, int limit) {
        List<JournalLine<L>> found = new ArrayList<>();
        long next = Math.max(1, after.batch());
        while (found.size() < limit) {
            List<Document> documents = journalFrom(parentId, next, limit);
            for (Document document : documents) {
                long batch = next;
                List<Document> lines = document.getList(LINES, Document.class);
                for (int index = 0; index < lines.size(); index++) {
                    LinePosition position = new LinePosition(batch, index);
                    if (position.compareTo(after) > 0 && found.size() < limit) {
                        found.add(line(lineType, position, lines.get(index)));
                    }
                }
                next++;
            }
            if (documents.size() < limit) {
                break;
            }
        }
        return found;
    }

    /** The journal documents with dense numbers from this one on. */
    private List<Document> journalFrom(String parentId, long batch, int limit) {
        List<String> wanted =
                LongStream.range(batch, batch + limit)
                        .mapToObj(number -> journalId(parentId, number))
                        .toList();
        Map<String, Document> found = new HashMap<>();
        journal.find(and(in(Envelope.ID, wanted), municipal()))
                .forEach(document -> found.put(document.getString(Envelope.ID), document));
        return wanted.stream().map(found::get).takeWhile(Objects::nonNull).toList();
    }

    private <L extends Record> JournalLine<L> line(
            Class<L> lineType, LinePosition position, Document line) {
        return new JournalLine<>(
                position, line.getDate(AT).toInstant(), mapper.read(lineType, line));
    }

    /** Decides a batch of moves of one parent and keeps it; called by the parent's one writer. */
    private void decide(String parentId, List<Lanes.Pending<P>> moves) {
        List<Attempt> doubtful = new ArrayList<>();
        int unanswered = 0;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Standing<P> remembered = attempt == 0 ? remembered(parentId) : null;
            Standing<P> standing = remembered;
            if (standing == null) {
                Document document = load(parentId);
                if (document == null) {
                    moves.forEach(Lanes.Pending::missing);
                    return;
                }
                finish(document);
                Attempt earlier = keptAfterAll(document, doubtful);
                if (earlier != null) {
                    answer(parentId, earlier);
                    return;
                }
                standing = standing(document);
                recent.loaded(standing, publishedUpTo(document));
            }
            BatchTurn<P> turn = new BatchTurn<>(standing.parent(), standing.batch(), entries);
            turn.prefetch(moves.stream().flatMap(each -> each.reads().stream()).toList());
            Attempt now =
                    new Attempt(
                            standing.batch() + 1,
                            ids.next(),
                            moves.stream().map(each -> each.decide(turn)).toList(),
                            turn.messages().size());
            if (turn.isOvertaken()) {
                recent.forget(parentId);
                pauses.after(attempt);
                continue;
            }
            // A write whose outcome is not known may still arrive: only another one shuts it out.
            if (turn.isUntouched() && doubtful.isEmpty()) {
                if (remembered == null || isCurrent(remembered)) {
                    now.answers().forEach(Runnable::run);
                    return;
                }
                recent.forget(parentId);
                continue;
            }
            switch (keep(turn, now)) {
                case Keeping.Kept(Document kept) -> {
                    if (carryOutQuietly(kept)) {
                        recent.wrote(new Standing<>(turn.outcome(), now.batch()), turn.messages());
                    } else {
                        recent.forget(parentId);
                    }
                    answer(parentId, now);
                    return;
                }
                case Keeping.Doubtful(MongoException cause) -> {
                    recent.forget(parentId);
                    doubtful.add(now);
                    unanswered++;
                    if (unanswered == MOST_UNANSWERED) {
                        throw cause;
                    }
                }
                case Keeping.Disowned _ -> {
                    recent.forget(parentId);
                    doubtful.add(now);
                }
                case Keeping.Overtaken _ -> recent.forget(parentId);
            }
            pauses.after(attempt);
        }
        throw new ContentionException();
    }

    private @Nullable Standing<P> remembered(String parentId) {
        return recent.standing(parentId)
                .filter(known -> known.parent().municipality().equals(Tenancy.current()))
                .orElse(null);
    }

    private Standing<P> standing(Document parent) {
        return new Standing<>(Envelope.open(mapper, type, parent), batchOf(parent));
    }

    private boolean isCurrent(Standing<P> standing) {
        return parents.find(
                                and(
                                        eq(Envelope.ID, standing.parent().id()),
                                        municipal(),
                                        eq(Envelope.VERSION, standing.parent().version())))
                        .projection(include(Envelope.ID))
                        .first()
                != null;
    }

    private void answer(String parentId, Attempt kept) {
        kept.answers().forEach(Runnable::run);
        relay.wake(this, parentId, kept.messages());
    }

    /** The attempt of unknown outcome that was kept, also if others have written since. */
    private @Nullable Attempt keptAfterAll(Document parent, List<Attempt> doubtful) {
        for (Attempt attempt : doubtful) {
            if (attempt.token().equals(tokenOf(parent, attempt.batch()))) {
                return attempt;
            }
        }
        return null;
    }

    /** The token of a batch of this parent, whose current batch is complete; null for none yet. */
    private @Nullable String tokenOf(Document parent, long batch) {
        long current = batchOf(parent);
        if (batch == current) {
            return parent.getEmbedded(List.of("journal", "token"), "");
        }
        if (batch > current) {
            return null;
        }
        Document done =
                journal.find(eq(Envelope.ID, journalId(parent.getString(Envelope.ID), batch)))
                        .projection(include("token"))
                        .first();
        return done == null ? null : done.getString("token");
    }

    private Keeping keep(BatchTurn<P> turn, Attempt attempt) {
        Document steps = steps(turn, attempt.batch()).toDocument();
        Stored<P> loaded = turn.loaded();
        try {
            var written =
                    parents.updateOne(
                            and(
                                    eq(Envelope.ID, loaded.id()),
                                    municipal(),
                                    eq(Envelope.VERSION, loaded.version())),
                            combine(
                                    set(Envelope.VERSION, turn.outcome().version()),
                                    set(Envelope.SEQUENCE, turn.outcome().sequence()),
                                    set(Envelope.BODY, mapper.write(turn.state())),
                                    set(Envelope.PENDING, true),
                                    set(BATCH, attempt.batch()),
                                    set(TOKEN, attempt.token()),
                                    set(STEPS, steps)));
            if (written.getMatchedCount() == 0) {
                return new Keeping.Overtaken();
            }
        } catch (BsonMaximumSizeExceededException e) {
            throw e;
        } catch (MongoNotPrimaryException e) {
            return new Keeping.Disowned();
        } catch (MongoException e) {
            if (e.getCode() == WRITE_CONFLICT) {
                return new Keeping.Overtaken();
            }
            if (e instanceof MongoWriteException) {
                throw e;
            }
            log.warn("Whether a batch was kept is not known: {}", e.getClass().getSimpleName());
            return new Keeping.Doubtful(e);
        }
        return new Keeping.Kept(
                new Document(Envelope.ID, loaded.id())
                        .append(Envelope.MUNICIPALITY, loaded.municipality().value())
                        .append(
                                "journal",
                                new Document("batch", attempt.batch())
                                        .append("token", attempt.token())
                                        .append("steps", steps)));
    }

    private Steps steps(BatchTurn<P> turn, long batch) {
        String municipality = turn.loaded().municipality().value();
        List<Steps.ChildWrite> writes = new ArrayList<>();
        turn.puts()
                .forEach(
                        (key, put) ->
                                writes.add(
                                        new Steps.ChildWrite(
                                                key.children().name(),
                                                put.isNew(),
                                                put.write(municipality, batch))));
        return new Steps(writes, turn.messages(), turn.lines().stream().map(this::line).toList());
    }

    private Document line(Record line) {
        return mapper.write(line).append(AT, Date.from(clock.instant()));
    }

    private boolean carryOutQuietly(Document parent) {
        try {
            carryOut(parent);
            return true;
        } catch (MongoException e) {
            log.warn(
                    "A kept batch is not carried out yet; the next to load its parent will: {}",
                    e.getClass().getSimpleName());
            return false;
        }
    }

    /** Carries out the parent's current batch, unless its journal document says it is complete. */
    private void finish(Document parent) {
        if (parent.getEmbedded(List.of("journal", "steps"), Document.class) == null) {
            return;
        }
        long batch = batchOf(parent);
        if (recent.isCarriedOut(parent.getString(Envelope.ID), batch)) {
            return;
        }
        Document complete =
                journal.find(eq(Envelope.ID, journalId(parent.getString(Envelope.ID), batch)))
                        .projection(include(Envelope.ID))
                        .first();
        if (complete == null) {
            carryOut(parent);
        }
    }

    private void carryOut(Document parent) {
        Steps current = Steps.from(parent.getEmbedded(List.of("journal", "steps"), Document.class));
        long batch = batchOf(parent);
        String journalId = journalId(parent.getString(Envelope.ID), batch);
        Map<String, List<WriteModel<Document>>> writes = new LinkedHashMap<>();
        for (Steps.ChildWrite write : current.children()) {
            writes.computeIfAbsent(write.collection(), _ -> new ArrayList<>())
                    .add(guarded(write, batch));
        }
        writes.forEach(this::carryOut);
        Document kept =
                new Document(Envelope.ID, journalId)
                        .append(Envelope.MUNICIPALITY, parent.getString(Envelope.MUNICIPALITY))
                        .append("token", parent.getEmbedded(List.of("journal", "token"), ""))
                        .append(LINES, current.lines())
                        .append(
                                "messages",
                                current.messages().stream().map(OutboxEntry::toDocument).toList());
        try {
            journal.insertOne(kept);
        } catch (MongoWriteException e) {
            if (!Envelope.isDuplicate(e)) {
                throw e;
            }
        }
    }

    private static WriteModel<Document> guarded(Steps.ChildWrite write, long batch) {
        if (write.isNew()) {
            return new InsertOneModel<>(write.document());
        }
        return new ReplaceOneModel<>(
                and(
                        eq(Envelope.ID, write.document().getString(Envelope.ID)),
                        eq(
                                Envelope.MUNICIPALITY,
                                write.document().getString(Envelope.MUNICIPALITY)),
                        lt(ChildCollection.BATCH, batch)),
                write.document());
    }

    private void carryOut(String collection, List<WriteModel<Document>> writes) {
        ChildCollection<?> target = children.get(collection);
        if (target == null) {
            throw new IllegalStateException("No children are kept in " + collection);
        }
        try {
            var _ = target.documents().bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean onlyDoneBefore =
                    e.getWriteConcernError() == null
                            && e.getWriteErrors().stream()
                                    .allMatch(
                                            error ->
                                                    error.getCategory()
                                                            == ErrorCategory.DUPLICATE_KEY);
            if (!onlyDoneBefore) {
                throw e;
            }
        }
    }

    private @Nullable Document load(String id) {
        return parents.find(and(eq(Envelope.ID, id), municipal())).first();
    }

    private static Bson municipal() {
        return eq(Envelope.MUNICIPALITY, Tenancy.current().value());
    }

    private static long batchOf(Document parent) {
        return parent.getEmbedded(List.of("journal", "batch"), 0L);
    }

    private static long publishedUpTo(Document parent) {
        return parent.getEmbedded(List.of("journal", "published"), 0L);
    }

    private static String journalId(String parentId, long batch) {
        return parentId + ":" + batch;
    }

    // The outbox: read and settled by the relay, for all municipalities alike.

    @Override
    public String name() {
        return parents.getNamespace().getCollectionName();
    }

    @Override
    public List<Owed> owedBy(Collection<String> parentIds) {
        List<Owed> owed = new ArrayList<>(parentIds.size());
        List<String> others = new ArrayList<>();
        for (String id : parentIds) {
            recent.unsent(id).ifPresentOrElse(owed::add, () -> others.add(id));
        }
        if (!others.isEmpty()) {
            for (Document parent :
                    parents.find(in(Envelope.ID, others))
                            .projection(include(Envelope.MUNICIPALITY, "journal"))) {
                owed.add(owedBy(parent));
            }
        }
        return owed;
    }

    private Owed owedBy(Document parent) {
        finish(parent);
        String id = parent.getString(Envelope.ID);
        long published = publishedUpTo(parent);
        long batch = batchOf(parent);
        long last = Math.min(batch, published + MOST_DOCUMENTS_A_ROUND);
        List<String> wanted = new ArrayList<>();
        for (long number = published + 1; number <= last; number++) {
            wanted.add(journalId(id, number));
        }
        Map<String, Document> found = new HashMap<>();
        journal.find(in(Envelope.ID, wanted))
                .forEach(document -> found.put(document.getString(Envelope.ID), document));
        List<OutboxEntry> messages = new ArrayList<>();
        long mark = published;
        for (String journalId : wanted) {
            Document document = found.get(journalId);
            if (document == null) {
                break;
            }
            document.getList("messages", Document.class)
                    .forEach(message -> messages.add(OutboxEntry.from(message)));
            mark++;
        }
        return new Owed(id, messages, mark);
    }

    @Override
    public void settle(List<Owed> published) {
        List<Owed> marked =
                published.stream().filter(owed -> !recent.sent(owed.id(), owed.mark())).toList();
        if (marked.isEmpty()) {
            return;
        }
        long complete =
                update(
                        marked,
                        owed ->
                                new UpdateOneModel<>(
                                        and(eq(Envelope.ID, owed.id()), eq(BATCH, owed.mark())),
                                        combine(
                                                set(PUBLISHED, owed.mark()),
                                                set(Envelope.PENDING, false),
                                                set(STEPS, null))));
        if (complete < marked.size()) {
            var _ =
                    update(
                            marked,
                            owed ->
                                    new UpdateOneModel<>(
                                            eq(Envelope.ID, owed.id()),
                                            max(PUBLISHED, owed.mark())));
            marked.forEach(owed -> relay.wake(this, owed.id(), 0));
        }
    }

    private long update(List<Owed> published, Function<Owed, WriteModel<Document>> update) {
        return parents.bulkWrite(
                        published.stream().map(update).toList(),
                        new BulkWriteOptions().ordered(false))
                .getMatchedCount();
    }

    @Override
    public List<String> owing(String after, int limit) {
        return parents.find(and(eq(Envelope.PENDING, true), gt(Envelope.ID, after)))
                .projection(include(Envelope.ID))
                .sort(ascending(Envelope.ID))
                .limit(limit)
                .map(document -> document.getString(Envelope.ID))
                .into(new ArrayList<>());
    }

    /**
     * A batch that was decided and is to be kept.
     *
     * @param batch its number
     * @param token tells it apart from another one of the same number
     * @param answers tell those who asked what this attempt decided
     * @param messages how many it owes
     */
    private record Attempt(long batch, String token, List<Runnable> answers, int messages) {}

    /** What became of the one write that keeps a batch. */
    private sealed interface Keeping {

        record Kept(Document parent) implements Keeping {}

        /** It was not kept, mostly because somebody else wrote first. */
        record Overtaken() implements Keeping {}

        /**
         * The server that was asked last may not write. One that was asked before it and did not
         * answer, for the driver asks twice, may have kept it.
         */
        record Disowned() implements Keeping {}

        /** It may have been kept, or may still be. */
        record Doubtful(MongoException cause) implements Keeping {}
    }
}
