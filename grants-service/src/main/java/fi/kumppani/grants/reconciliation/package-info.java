/**
 * The monthly reconciliation report (täsmäytysraportti): what moved in the books of each call in a
 * month, which batches went to the bank, and what of both does not agree.
 */
@NullMarked
package fi.kumppani.grants.reconciliation;

import org.jspecify.annotations.NullMarked;
