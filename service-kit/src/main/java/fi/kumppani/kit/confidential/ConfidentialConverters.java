package fi.kumppani.kit.confidential;

import fi.kumppani.kit.tenancy.Tenancy;

import org.bson.types.Binary;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

import java.util.List;
import java.util.function.Supplier;

/** How confidential texts are kept in documents: as bytes, sealed for the current municipality. */
public final class ConfidentialConverters {

    private final Supplier<ConfidentialTexts> texts;

    ConfidentialConverters(Supplier<ConfidentialTexts> texts) {
        this.texts = texts;
    }

    /**
     * Converters with these keys.
     *
     * @param key 32 bytes in base64
     * @param previousKeys keys that older texts may be encrypted with
     * @throws IllegalArgumentException when a key is not base64 of 32 bytes
     */
    public static ConfidentialConverters of(String key, List<String> previousKeys) {
        ConfidentialTexts texts = new ConfidentialTexts(key, previousKeys);
        return new ConfidentialConverters(() -> texts);
    }

    /** The converters, for the mapping of documents. */
    public List<Converter<?, ?>> all() {
        return List.of(new Sealing(texts), new Opening(texts));
    }

    @WritingConverter
    private record Sealing(Supplier<ConfidentialTexts> texts)
            implements Converter<Confidential, Binary> {

        @Override
        public Binary convert(Confidential text) {
            return new Binary(texts.get().seal(text, Tenancy.current()));
        }
    }

    @ReadingConverter
    private record Opening(Supplier<ConfidentialTexts> texts)
            implements Converter<Binary, Confidential> {

        @Override
        public Confidential convert(Binary sealed) {
            return texts.get().open(sealed.getData(), Tenancy.current());
        }
    }
}
