package fi.kumppani.localstack.mongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;

import org.jspecify.annotations.Nullable;

import java.util.Collection;

/**
 * A unique index of one field that also serves questions which ask for more than that field, as
 * every question of ours does: {@code {_id: …, municipality: …}}.
 *
 * <p>The library uses an index only for a question about exactly its keys and reads the whole
 * collection for any other. It checks what an index gives against the whole question, so giving it
 * the documents of one condition is enough.
 *
 * @param <P> how the library says where a document lies
 */
final class ConjunctionIndex<P> extends Index<P> {

    private final Index<P> index;
    private final String field;

    ConjunctionIndex(Index<P> index) {
        super(index.getName(), index.getKeys(), false);
        this.index = index;
        this.field = index.getKeys().getFirst().getKey();
    }

    @Override
    public boolean canHandle(Document query) {
        Document condition = conditionIn(query);
        return condition != null && index.canHandle(condition);
    }

    @Override
    public Iterable<P> getPositions(Document query) {
        Document condition = conditionIn(query);
        return index.getPositions(condition == null ? query : condition);
    }

    /** The part of the question that is about the field alone; null when there is none. */
    private @Nullable Document conditionIn(Document query) {
        if (query.containsKey(field)) {
            return new Document(field, query.get(field));
        }
        if (query.get("$and") instanceof Collection<?> parts) {
            for (Object part : parts) {
                Document found = part instanceof Document each ? conditionIn(each) : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @Override
    public boolean isUnique() {
        return index.isUnique();
    }

    @Override
    public P getPosition(Document document) {
        return index.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<P> collection) {
        index.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, P position, MongoCollection<P> collection) {
        index.add(document, position, collection);
    }

    @Override
    public P remove(Document document) {
        return index.remove(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<P> collection) {
        index.checkUpdate(before, after, collection);
    }

    @Override
    public void updateInPlace(
            Document before, Document after, P position, MongoCollection<P> collection) {
        index.updateInPlace(before, after, position, collection);
    }

    @Override
    public long getCount() {
        return index.getCount();
    }

    @Override
    public long getDataSize() {
        return index.getDataSize();
    }

    @Override
    public Document toIndexDescription() {
        return index.toIndexDescription();
    }

    @Override
    public void drop() {
        index.drop();
    }
}
