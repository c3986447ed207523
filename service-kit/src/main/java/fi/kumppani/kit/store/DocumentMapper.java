package fi.kumppani.kit.store;

import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

import java.util.Objects;

/** Maps the services' document types to BSON and back, without class names in the store. */
public final class DocumentMapper {

    private final MappingMongoConverter converter;

    public DocumentMapper(MappingMongoConverter converter) {
        this.converter = converter;
    }

    /** The body as BSON. */
    public Document write(Object body) {
        Document written = new Document();
        converter.write(body, written);
        return written;
    }

    /** The body as its type. */
    public <B> B read(Class<B> type, Document document) {
        return Objects.requireNonNull(converter.read(type, document));
    }
}
