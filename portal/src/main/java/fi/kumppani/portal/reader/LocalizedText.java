package fi.kumppani.portal.reader;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text of a service in the languages it has.
 *
 * @param fi Finnish
 * @param sv Swedish
 * @param en English
 */
public record LocalizedText(@Nullable String fi, @Nullable String sv, @Nullable String en) {

    /** The text for a reader: in their language, else in the first of fi, sv and en there is. */
    public Optional<Told> in(Language language) {
        return Stream.concat(Stream.of(language), Arrays.stream(Language.values()))
                .flatMap(candidate -> written(candidate).stream())
                .findFirst();
    }

    /** The same for a text there should be; a dash when it is lacking. */
    public Told told(Language language) {
        return in(language).orElse(new Told("–", language.code()));
    }

    /** The same for a text there may be. */
    public static @Nullable Told maybe(@Nullable LocalizedText text, Language language) {
        return text == null ? null : text.in(language).orElse(null);
    }

    private Optional<Told> written(Language language) {
        String text =
                switch (language) {
                    case FI -> fi;
                    case SV -> sv;
                    case EN -> en;
                };
        return text == null || text.isBlank()
                ? Optional.empty()
                : Optional.of(new Told(text.strip(), language.code()));
    }
}
