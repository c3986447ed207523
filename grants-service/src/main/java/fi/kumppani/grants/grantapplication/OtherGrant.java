package fi.kumppani.grants.grantapplication;

import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

/**
 * Public support for the same purpose that an applicant declares (muut avustukset).
 *
 * @param issuer who gives it
 * @param year for which year
 * @param amount how much
 * @param granted whether it is granted; else it is applied for
 * @param purpose what it is for, in its own words
 */
public record OtherGrant(
        String issuer, int year, Euros amount, boolean granted, @Nullable String purpose) {

    /** As many as are declared with one application. */
    public static final int MOST = 20;
}
