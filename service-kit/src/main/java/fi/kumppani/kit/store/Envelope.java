package fi.kumppani.kit.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;

import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.bson.Document;

/** The names of what every aggregate's document carries around its body. */
public final class Envelope {

    public static final String ID = "_id";
    public static final String MUNICIPALITY = "municipality";
    public static final String VERSION = "version";
    public static final String SEQUENCE = "sequence";
    public static final String STATE = "state";
    public static final String PENDING = "pending";
    public static final String OUTBOX = "outbox";
    public static final String BODY = "body";

    private Envelope() {}

    /** Reads an aggregate out of its document. */
    public static <B> Stored<B> open(DocumentMapper mapper, Class<B> type, Document document) {
        return new Stored<>(
                document.getString(ID),
                new MunicipalityCode(document.getString(MUNICIPALITY)),
                document.getLong(VERSION),
                document.getLong(SEQUENCE),
                mapper.read(type, document.get(BODY, Document.class)));
    }

    /** Whether a write was refused because a unique value is taken. */
    public static boolean isDuplicate(MongoWriteException refused) {
        return refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
