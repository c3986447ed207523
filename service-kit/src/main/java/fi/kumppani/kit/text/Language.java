package fi.kumppani.kit.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** The languages of the users, in the order a missing text falls back. */
public enum Language {
    FI,
    SV,
    EN;

    /** The ISO 639-1 code: {@code fi}, {@code sv} or {@code en}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The locale to format dates and numbers in. */
    public Locale locale() {
        return Locale.of(code(), "FI");
    }

    /**
     * The language with this ISO 639-1 code.
     *
     * @throws IllegalArgumentException for any other text
     */
    @JsonCreator
    public static Language ofCode(String code) {
        return switch (code) {
            case "fi" -> FI;
            case "sv" -> SV;
            case "en" -> EN;
            default -> throw new IllegalArgumentException("Languages are fi, sv and en");
        };
    }
}
