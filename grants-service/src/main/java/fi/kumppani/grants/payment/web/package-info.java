/** Batches of payments over HTTP, for officers. */
@NullMarked
package fi.kumppani.grants.payment.web;

import org.jspecify.annotations.NullMarked;
