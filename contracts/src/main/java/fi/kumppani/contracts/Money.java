package fi.kumppani.contracts;

/**
 * An amount as it travels: a decimal string with at most two decimals, never floating point.
 *
 * @param amount for example {@code 400.00}
 * @param currency ISO 4217; always {@code EUR} so far
 */
public record Money(String amount, String currency) {}
