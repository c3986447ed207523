package fi.kumppani.portal.reader;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages of the pages, in the order a missing text falls back. */
public enum Language {
    FI,
    SV,
    EN;

    /** The ISO 639-1 code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The locale whose words are used; the forms of dates and numbers are Finnish in all of them.
     */
    public Locale locale() {
        return Locale.of(code());
    }

    /** The language with this code, if it is one of ours. */
    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
    }
}
