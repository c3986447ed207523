package fi.kumppani.portal.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads euros as people write them, such as {@code 1 200,50 €}, and writes them so. */
public final class Amounts {

    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,11}([.,][0-9]{1,2})?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f€]+");

    private Amounts() {}

    /** The amount as services read it, with two decimals; empty when it cannot be read. */
    public static Optional<String> read(String written) {
        String plain = BLANKS.matcher(written).replaceAll("");
        return WRITTEN.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain.replace(',', '.')).setScale(2).toPlainString())
                : Optional.empty();
    }

    /** The amount as it stands in a field. */
    public static String field(BigDecimal amount) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return amount.setScale(whole ? 0 : 2, RoundingMode.UNNECESSARY)
                .toPlainString()
                .replace('.', ',');
    }
}
