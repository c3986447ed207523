package fi.kumppani.kit.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;

import fi.kumppani.kit.store.DocumentMapper;
import fi.kumppani.kit.store.Envelope;
import fi.kumppani.kit.tenancy.Tenancy;

import org.bson.Document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The children of one kind, written by their parents' journal alone and found by ids that are known
 * beforehand.
 *
 * @param <C> the children's document type
 */
public final class ChildCollection<C> {

    static final String BATCH = "batch";

    private final MongoCollection<Document> collection;
    private final Class<C> type;
    private final DocumentMapper mapper;

    ChildCollection(MongoCollection<Document> collection, Class<C> type, DocumentMapper mapper) {
        this.collection = collection.withWriteConcern(WriteConcern.MAJORITY);
        this.type = type;
        this.mapper = mapper;
    }

    /** The child with this id, if the current municipality has it. */
    public Optional<Child<C>> find(String id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    /** The children with these ids that the current municipality has, by id. */
    public Map<String, Child<C>> findAll(Collection<String> ids) {
        Map<String, Child<C>> found = new HashMap<>();
        for (Document document :
                collection.find(
                        and(
                                in(Envelope.ID, ids),
                                eq(Envelope.MUNICIPALITY, Tenancy.current().value())))) {
            Child<C> child = open(document);
            found.put(child.id(), child);
        }
        return found;
    }

    /**
     * Every child whose id begins with the parent's and a colon: a scan on small engines, for rare
     * work only.
     */
    public List<Child<C>> under(String parentId) {
        return collection
                .find(
                        and(
                                gte(Envelope.ID, parentId + ":"),
                                lt(Envelope.ID, parentId + ";"),
                                eq(Envelope.MUNICIPALITY, Tenancy.current().value())))
                .map(this::open)
                .into(new ArrayList<>());
    }

    /**
     * Erases children for good, past the journal: for what no move looks at any more. Those that
     * are not there are gone already.
     */
    public void erase(Collection<String> ids) {
        var _ =
                collection.deleteMany(
                        and(
                                in(Envelope.ID, ids),
                                eq(Envelope.MUNICIPALITY, Tenancy.current().value())));
    }

    /**
     * Every child a municipality has for which a field of the body has this value: a scan on small
     * engines, for operators' and people's rare questions only.
     */
    public List<Child<C>> scan(String field, Object value) {
        return collection
                .find(
                        and(
                                eq(Envelope.MUNICIPALITY, Tenancy.current().value()),
                                eq(Envelope.BODY + "." + field, value)))
                .map(this::open)
                .into(new ArrayList<>());
    }

    String name() {
        return collection.getNamespace().getCollectionName();
    }

    MongoCollection<Document> documents() {
        return collection;
    }

    Document write(String municipality, Child<C> child) {
        return new Document(Envelope.ID, child.id())
                .append(Envelope.MUNICIPALITY, municipality)
                .append(BATCH, child.batch())
                .append(Envelope.SEQUENCE, child.sequence())
                .append(Envelope.BODY, mapper.write(child.body()));
    }

    private Child<C> open(Document document) {
        return new Child<>(
                document.getString(Envelope.ID),
                document.getLong(BATCH),
                document.getLong(Envelope.SEQUENCE),
                mapper.read(type, document.get(Envelope.BODY, Document.class)));
    }
}
