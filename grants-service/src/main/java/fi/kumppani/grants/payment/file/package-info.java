/** Batches as files for banks and ledgers. */
@NullMarked
package fi.kumppani.grants.payment.file;

import org.jspecify.annotations.NullMarked;
