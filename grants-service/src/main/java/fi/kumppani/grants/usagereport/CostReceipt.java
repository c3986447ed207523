package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.scheme.CostCategory;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * One cost that was paid, as its receipt shows it (kuitti).
 *
 * @param category the kind of cost
 * @param paidOn the day it was paid
 * @param amount more than nothing
 * @param description what was bought; may name people, so it is kept encrypted
 * @param file which of the report's files shows it; null while none does
 */
public record CostReceipt(
        CostCategory category,
        LocalDate paidOn,
        Euros amount,
        String description,
        @Nullable String file) {

    /** The most characters of a description. */
    public static final int MOST_CHARACTERS = 300;

    /** Says nothing of what was bought, so that no log does. */
    @Override
    public String toString() {
        return "CostReceipt[]";
    }
}
