package fi.kumppani.kit.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.regex.Pattern;

/**
 * The code of a municipality in Statistics Finland's classification.
 *
 * @param value three digits, for example {@code 052}
 */
public record MunicipalityCode(@JsonValue String value) {

    private static final Pattern THREE_DIGITS = Pattern.compile("[0-9]{3}");

    /**
     * @throws IllegalArgumentException when the value is not three digits
     */
    @JsonCreator
    public MunicipalityCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("A municipality code has three digits");
        }
    }

    /**
     * Whether the text has the form of a code; whether such a municipality exists is another
     * question.
     */
    public static boolean isCode(String text) {
        return THREE_DIGITS.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
