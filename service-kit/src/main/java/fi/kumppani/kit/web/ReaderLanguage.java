package fi.kumppani.kit.web;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

/**
 * The language that the reader of an answer wants: the query parameter {@code lang}, else the best
 * of the header {@code Accept-Language}, else Finnish.
 *
 * @param language the language
 */
public record ReaderLanguage(Language language) {

    /** The text as the reader gets it, with its language told. */
    public LocalizedText.Told tell(LocalizedText text) {
        return text.in(language);
    }
}
