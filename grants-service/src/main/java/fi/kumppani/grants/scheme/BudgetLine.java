package fi.kumppani.grants.scheme;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * Where the money of a call stands in the books (määräraha).
 *
 * @param source whose decision made it available, such as a committee's budget
 * @param account the number of the account (tili), digits only
 * @param serviceClass the class of the service (palveluluokka), digits only
 * @param sector the sector that grants (toimiala)
 */
public record BudgetLine(
        @Nullable LocalizedText source,
        @Nullable String account,
        @Nullable String serviceClass,
        @Nullable LocalizedText sector) {

    /** Nothing is told. */
    public static final BudgetLine UNTOLD = new BudgetLine(null, null, null, null);
}
