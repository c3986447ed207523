package fi.kumppani.kit.text;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.contracts.LocalizedTexts;

import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/**
 * A text in the languages of the users; at least one is given, blank ones count as absent.
 *
 * @param fi Finnish
 * @param sv Swedish
 * @param en English
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocalizedText(@Nullable String fi, @Nullable String sv, @Nullable String en) {

    /**
     * @throws IllegalArgumentException when no language has a text
     */
    public LocalizedText {
        fi = blankToNull(fi);
        sv = blankToNull(sv);
        en = blankToNull(en);
        if (fi == null && sv == null && en == null) {
            throw new IllegalArgumentException("A text needs at least one of fi, sv and en");
        }
    }

    /** The same text in Finnish only. */
    public static LocalizedText finnish(String text) {
        return new LocalizedText(text, null, null);
    }

    /** The text for a reader: in their language, else in the first of fi, sv and en there is. */
    public Told in(Language language) {
        String own = get(language);
        if (own != null) {
            return new Told(own, language);
        }
        return Stream.of(Language.values())
                .filter(other -> get(other) != null)
                .map(other -> new Told(String.valueOf(get(other)), other))
                .findFirst()
                .orElseThrow();
    }

    /** The text in exactly this language, if there is one. */
    public @Nullable String get(Language language) {
        return switch (language) {
            case FI -> fi;
            case SV -> sv;
            case EN -> en;
        };
    }

    /** The same text as it travels in messages. */
    public LocalizedTexts toContract() {
        return new LocalizedTexts(fi, sv, en);
    }

    /** A text as it came in a message. */
    public static LocalizedText from(LocalizedTexts texts) {
        return new LocalizedText(texts.fi(), texts.sv(), texts.en());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * A text and the language it is in, so that a page can say {@code lang}.
     *
     * @param text the text
     * @param lang its language
     */
    public record Told(String text, Language lang) {}
}
