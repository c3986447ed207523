package fi.kumppani.registry.association;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Finnish business id (Y-tunnus).
 *
 * @param value seven digits, a hyphen and the check digit, for example {@code 1790235-0}
 */
public record BusinessId(String value) {

    /** Ids from before the year 2000 may have six digits; a zero in front makes them seven. */
    private static final Pattern FORM = Pattern.compile("([0-9]{6,7})-([0-9])");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2};

    /** What a text turns out to be. */
    public sealed interface Reading {

        /** A business id in its normal form. */
        record Read(BusinessId businessId) implements Reading {}

        /** Not the form of one. */
        record Malformed() implements Reading {}

        /** The form of one, but the check digit says that it was mistyped. */
        record WrongCheckDigit() implements Reading {}
    }

    /**
     * @throws IllegalArgumentException when the value is not the normal form of an id
     */
    public BusinessId {
        if (!(value.length() == 9 && isSound(value))) {
            throw new IllegalArgumentException("A business id has 7 digits and a check digit");
        }
    }

    /** Reads what a person wrote: blanks around it and a missing leading zero are forgiven. */
    public static Reading read(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return new Reading.Malformed();
        }
        String normal = "0".repeat(7 - matcher.group(1).length()) + matcher.group();
        return isSound(normal)
                ? new Reading.Read(new BusinessId(normal))
                : new Reading.WrongCheckDigit();
    }

    /** The check is the weighted sum modulo 11; an id whose remainder is 1 is never given out. */
    private static boolean isSound(String normal) {
        if (!FORM.matcher(normal).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(normal.charAt(i), 10);
        }
        int remainder = sum % 11;
        int check = Character.digit(normal.charAt(8), 10);
        return remainder == 0 ? check == 0 : remainder != 1 && check == 11 - remainder;
    }
}
