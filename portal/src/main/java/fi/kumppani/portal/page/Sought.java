package fi.kumppani.portal.page;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Words that somebody looks for in a list that is whole when it is shown.
 *
 * @param text as it was written, shortened
 */
public record Sought(String text) {

    /** The most characters that are looked for. */
    public static final int LONGEST = 100;

    /** Shortens what was written. */
    public Sought {
        text = text.strip();
        text = text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** Whether all of the words are in these texts taken together. */
    public boolean isIn(String... texts) {
        String searched = lower(String.join("\n", texts));
        return Stream.of(lower(text).split("\\s+")).allMatch(searched::contains);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
