/** Tells others of batches of payments. */
@NullMarked
package fi.kumppani.grants.payment.messaging;

import org.jspecify.annotations.NullMarked;
