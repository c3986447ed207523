/** Batches as documents, their account numbers encrypted. */
@NullMarked
package fi.kumppani.grants.payment.persistence;

import org.jspecify.annotations.NullMarked;
