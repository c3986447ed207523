package fi.kumppani.grants.ledger;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * Which entries are looked for.
 *
 * @param account only those that move money to or from it; null for any
 * @param claimant only those for this application; null for any
 */
public record EntryFilter(@Nullable Account account, @Nullable String claimant) {

    /** All of them. */
    public static final EntryFilter ANY = new EntryFilter(null, null);

    /** Whether this entry is one of them. */
    public boolean matches(LedgerEntry entry) {
        return (account == null || entry.touches(account))
                && (claimant == null || Objects.equals(claimant, entry.claimant()));
    }
}
