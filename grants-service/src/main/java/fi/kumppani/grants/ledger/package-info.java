/**
 * The budget ledger of each call, double-entry and append-only: what was appropriated, what is
 * reserved, granted, paid and paid back.
 */
@NullMarked
package fi.kumppani.grants.ledger;

import org.jspecify.annotations.NullMarked;
