package fi.kumppani.registry.association;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number in the Finnish register of associations (yhdistysrekisterinumero); it has no check
 * digit.
 *
 * @param value one to six digits without leading zeros, for example {@code 178462}
 */
public record RegisterNumber(String value) {

    private static final Pattern NORMAL = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern DOTTED = Pattern.compile("[0-9]{1,3}\\.[0-9]{3}");

    /**
     * @throws IllegalArgumentException when the value is not the normal form of a number
     */
    public RegisterNumber {
        if (!NORMAL.matcher(value).matches()) {
            throw new IllegalArgumentException("A register number has at most 6 digits");
        }
    }

    /** Reads what a person wrote, also {@code 178.462} as it is printed; empty when it is none. */
    public static Optional<RegisterNumber> read(String text) {
        String written = text.strip();
        String digits = DOTTED.matcher(written).matches() ? written.replace(".", "") : written;
        String normal = digits.length() > 6 ? digits : digits.replaceFirst("^0+", "");
        return NORMAL.matcher(normal).matches()
                ? Optional.of(new RegisterNumber(normal))
                : Optional.empty();
    }
}
