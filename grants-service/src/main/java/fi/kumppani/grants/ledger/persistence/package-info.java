/** Keeps ledgers as journals: sums in the parent, entries and reservations as its children. */
@NullMarked
package fi.kumppani.grants.ledger.persistence;

import org.jspecify.annotations.NullMarked;
