package fi.kumppani.kit.inbound;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;

import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.Envelope;
import fi.kumppani.kit.store.Pauses;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A read model of sums: what many subjects contribute, added up while their messages come in.
 *
 * <p>A node is one document with a row for each subject and the totals over its rows. A row is
 * guarded by the sequence of the message it came from, and changes in the same write as the totals:
 * the same message again, or an older one after a newer one, adds nothing, and a crash leaves both
 * or neither.
 *
 * <p>So that no document grows without bounds, subjects are spread over many nodes, whose totals
 * are rows of a node above, guarded by the version of the node below. A handler that puts them in
 * this order, from the leaf up, finishes with the repeated message whatever a crash left undone.
 *
 * <p>Nodes belong to the municipality of their messages. Exact: sums are whole numbers.
 */
public final class Tally implements Rebuildable {

    /**
     * What a row contributes, or what a node's rows come to.
     *
     * @param sums whole numbers to be added up, by name
     * @param newest moments of which the latest counts, by name; one that was told stays, even when
     *     the contribution it came with does not
     */
    public record Figures(Map<String, Long> sums, Map<String, Instant> newest) {

        public static final Figures NONE = new Figures(Map.of(), Map.of());

        /** Copies the figures. */
        public Figures {
            sums = Map.copyOf(sums);
            newest = Map.copyOf(newest);
        }

        /** The sum with this name; 0 when nothing contributes to it. */
        public long sum(String name) {
            return sums.getOrDefault(name, 0L);
        }
    }

    /**
     * A node after a row was put.
     *
     * @param version counts the changes of its rows
     * @param figures over all rows
     */
    public record Total(long version, Figures figures) {}

    /** The nodes that belong to the current municipality, all of one generation. */
    @FunctionalInterface
    public interface Nodes {

        /**
         * Lets a row of a node contribute these figures instead of those before, unless the row has
         * come with this sequence or a newer one.
         *
         * @param node letters, digits, {@code :}, {@code _} and {@code -}; made when it is not
         *     there
         * @param row the same
         * @throws ContentionException when others kept writing the row
         */
        Total put(String node, String row, long sequence, Figures figures);
    }

    private static final String ROWS = "rows";
    private static final String SUMS = "sums";
    private static final String NEWEST = "newest";
    private static final int MOST_ATTEMPTS = 50;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9:_-]{1,200}");

    private final String name;
    private final MongoDatabaseFactory database;
    private final ReadModelGenerations generations;

    Tally(String name, MongoDatabaseFactory database, ReadModelGenerations generations) {
        this.name = name;
        this.database = database;
        this.generations = generations;
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Does the work for one message, from the leaf up; none while another read model is being
     * rebuilt.
     */
    public void update(Consumer<Nodes> work) {
        OptionalInt generation = generations.writable(name);
        if (generation.isPresent()) {
            MongoCollection<Document> nodes = collection(generation.getAsInt());
            work.accept((node, row, sequence, figures) -> put(nodes, node, row, sequence, figures));
        }
    }

    /** The totals of these nodes of the current municipality, by node; those that exist. */
    public Map<String, Figures> totals(Collection<String> nodes) {
        MunicipalityCode here = Tenancy.current();
        return totals(List.of(here), nodes).getOrDefault(here, Map.of());
    }

    /**
     * The totals of these nodes of some municipalities, by municipality and node; those that exist.
     * Only for sums that may be told across municipalities.
     */
    public Map<MunicipalityCode, Map<String, Figures>> totals(
            Collection<MunicipalityCode> municipalities, Collection<String> nodes) {
        List<String> ids =
                municipalities.stream()
                        .flatMap(m -> nodes.stream().map(node -> id(m, node)))
                        .toList();
        Map<MunicipalityCode, Map<String, Figures>> found = new LinkedHashMap<>();
        collection(generations.readable(name))
                .find(
                        Filters.and(
                                Filters.in(Envelope.ID, ids),
                                Filters.in(
                                        Envelope.MUNICIPALITY,
                                        municipalities.stream()
                                                .map(MunicipalityCode::value)
                                                .toList())))
                .projection(Projections.include(Envelope.MUNICIPALITY, SUMS, NEWEST))
                .forEach(
                        document -> {
                            var municipality =
                                    new MunicipalityCode(document.getString(Envelope.MUNICIPALITY));
                            String node =
                                    document.getString(Envelope.ID)
                                            .substring(id(municipality, "").length());
                            var _ =
                                    found.computeIfAbsent(municipality, _ -> new TreeMap<>())
                                            .put(node, figures(document));
                        });
        return found;
    }

    private static Total put(
            MongoCollection<Document> nodes,
            String node,
            String row,
            long sequence,
            Figures figures) {
        Stream.of(List.of(node, row), figures.sums().keySet(), figures.newest().keySet())
                .flatMap(Collection::stream)
                .forEach(Tally::requireName);
        Bson mine =
                Filters.and(
                        Filters.eq(Envelope.ID, id(Tenancy.current(), node)),
                        Filters.eq(Envelope.MUNICIPALITY, Tenancy.current().value()));
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Document known = nodes.find(mine).projection(totalsAnd(ROWS + "." + row)).first();
            Total total =
                    knows(known, row, sequence)
                            ? hear(nodes, mine, known, figures)
                            : write(nodes, mine, known, row, sequence, figures);
            if (total != null) {
                return total;
            }
            Pauses.BY_CHANCE.after(attempt);
        }
        throw new ContentionException();
    }

    /** Old news change no sums, but that they were told is told. */
    private static Total hear(
            MongoCollection<Document> nodes, Bson mine, @Nullable Document known, Figures figures) {
        Document node = known == null ? new Document() : known;
        Total before = total(node);
        List<Bson> later = new ArrayList<>();
        figures.newest()
                .forEach(
                        (key, moment) -> {
                            Instant newest = before.figures().newest().get(key);
                            if (newest == null || newest.isBefore(moment)) {
                                later.add(Updates.max(NEWEST + "." + key, Date.from(moment)));
                            }
                        });
        if (later.isEmpty()) {
            return before;
        }
        Document after =
                nodes.findOneAndUpdate(
                        mine,
                        Updates.combine(later),
                        new FindOneAndUpdateOptions()
                                .projection(totalsAnd())
                                .returnDocument(ReturnDocument.AFTER));
        return after == null ? before : total(after);
    }

    /** The node afterwards; null when somebody else wrote the row in between. */
    private static @Nullable Total write(
            MongoCollection<Document> nodes,
            Bson mine,
            @Nullable Document known,
            String row,
            long sequence,
            Figures figures) {
        String field = ROWS + "." + row;
        Document before = row(known, row);
        Map<String, Long> sumsBefore = contributed(before);
        List<Bson> updates = new ArrayList<>();
        updates.add(
                Updates.set(
                        field,
                        new Document(Envelope.SEQUENCE, sequence)
                                .append(SUMS, new Document(new TreeMap<>(figures.sums())))));
        updates.add(Updates.inc(Envelope.VERSION, 1L));
        Stream.concat(sumsBefore.keySet().stream(), figures.sums().keySet().stream())
                .distinct()
                .forEach(
                        key -> {
                            long difference = figures.sum(key) - sumsBefore.getOrDefault(key, 0L);
                            if (difference != 0) {
                                updates.add(Updates.inc(SUMS + "." + key, difference));
                            }
                        });
        figures.newest()
                .forEach(
                        (key, moment) ->
                                updates.add(Updates.max(NEWEST + "." + key, Date.from(moment))));
        Bson unchanged =
                before == null
                        ? Filters.exists(field, false)
                        : Filters.eq(
                                field + "." + Envelope.SEQUENCE, before.getLong(Envelope.SEQUENCE));
        try {
            Document after =
                    nodes.findOneAndUpdate(
                            Filters.and(mine, unchanged),
                            Updates.combine(updates),
                            new FindOneAndUpdateOptions()
                                    .upsert(known == null)
                                    .projection(totalsAnd())
                                    .returnDocument(ReturnDocument.AFTER));
            return after == null ? null : total(after);
        } catch (MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Somebody else made the node in between.
            return null;
        }
    }

    private static boolean knows(@Nullable Document node, String row, long sequence) {
        Document known = row(node, row);
        return known != null && known.getLong(Envelope.SEQUENCE) >= sequence;
    }

    /** What a row has contributed so far, so that only the difference is added. */
    private static Map<String, Long> contributed(@Nullable Document row) {
        return row == null ? Map.of() : sums(row);
    }

    private static @Nullable Document row(@Nullable Document node, String row) {
        Document rows = node == null ? null : node.get(ROWS, Document.class);
        return rows == null ? null : rows.get(row, Document.class);
    }

    private static Total total(Document node) {
        return new Total(node.get(Envelope.VERSION, 0L), figures(node));
    }

    private static Figures figures(Document node) {
        Map<String, Instant> newest = new TreeMap<>();
        node.get(NEWEST, new Document())
                .forEach((key, moment) -> newest.put(key, ((Date) moment).toInstant()));
        return new Figures(sums(node), newest);
    }

    private static Map<String, Long> sums(Document document) {
        Map<String, Long> sums = new TreeMap<>();
        document.get(SUMS, new Document())
                .forEach((key, sum) -> sums.put(key, ((Number) sum).longValue()));
        return sums;
    }

    private static Bson totalsAnd(String... fields) {
        List<String> all = new ArrayList<>(List.of(Envelope.VERSION, SUMS, NEWEST));
        all.addAll(List.of(fields));
        return Projections.include(all);
    }

    private static String id(MunicipalityCode municipality, String node) {
        return municipality.value() + "/" + node;
    }

    private static void requireName(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("Names in a tally are plain");
        }
    }

    private MongoCollection<Document> collection(int generation) {
        return database.getMongoDatabase()
                .getCollection(ReadModelGenerations.collection(name, generation));
    }
}
