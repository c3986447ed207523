/** Money out: what can be paid, and the batches in which it is, by four eyes. */
@NullMarked
package fi.kumppani.grants.payment;

import org.jspecify.annotations.NullMarked;
