package fi.kumppani.kit.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import fi.kumppani.contracts.Money;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount of euros, kept in whole cents; in JSON a decimal string such as {@code "400.00"}.
 *
 * @param cents from 0 to 10^13 − 1, that is under a hundred thousand million euros
 */
public record Euros(long cents) implements Comparable<Euros> {

    public static final Euros ZERO = new Euros(0);

    private static final long LIMIT = 10_000_000_000_000L;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,11}(\\.[0-9]{1,2})?");

    /**
     * @throws IllegalArgumentException when negative or beyond the range
     */
    public Euros {
        if (cents < 0 || cents >= LIMIT) {
            throw new IllegalArgumentException("An amount is from 0 to 99999999999.99 euros");
        }
    }

    /**
     * Reads a decimal string with a full stop and at most two decimals.
     *
     * @throws IllegalArgumentException for anything else: signs, three decimals, exponents, blanks
     */
    @JsonCreator
    public static Euros parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "An amount is written like 400.00: no sign, at most two decimals");
        }
        return new Euros(new BigDecimal(text).movePointRight(2).longValueExact());
    }

    /** An amount as it came in a message; only euros are known. */
    public static Euros from(Money money) {
        if (!money.currency().equals("EUR")) {
            throw new IllegalArgumentException("Only EUR is known");
        }
        return parse(money.amount());
    }

    /** The same amount as it travels in messages. */
    public Money toContract() {
        return new Money(toString(), "EUR");
    }

    /**
     * The sum.
     *
     * @throws ArithmeticException when it would overflow
     */
    public Euros plus(Euros other) {
        return new Euros(Math.addExact(cents, other.cents));
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException when it would be negative
     */
    public Euros minus(Euros other) {
        return new Euros(cents - other.cents);
    }

    /** Whether this is a larger amount than the other. */
    public boolean exceeds(Euros other) {
        return cents > other.cents;
    }

    @Override
    public int compareTo(Euros other) {
        return Long.compare(cents, other.cents);
    }

    /** The decimal string with two decimals. */
    @JsonValue
    @Override
    public String toString() {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
