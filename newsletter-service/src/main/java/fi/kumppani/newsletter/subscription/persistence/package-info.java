/** Keeps lists and subscriptions as documents. */
@NullMarked
package fi.kumppani.newsletter.subscription.persistence;

import org.jspecify.annotations.NullMarked;
