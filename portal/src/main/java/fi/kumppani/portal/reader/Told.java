package fi.kumppani.portal.reader;

import java.util.Arrays;
import java.util.List;

/**
 * A text and the language it is in, so that the page can say {@code lang}.
 *
 * @param text the text
 * @param lang its ISO 639-1 code
 */
public record Told(String text, String lang) {

    /** The text cut at its empty lines; never empty. */
    public List<String> paragraphs() {
        return Arrays.stream(text.split("\\R\\s*\\R", -1)).filter(part -> !part.isBlank()).toList();
    }
}
