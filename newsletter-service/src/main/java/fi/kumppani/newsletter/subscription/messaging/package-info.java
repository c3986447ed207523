/** Tells that somebody reads a list, never who. */
@NullMarked
package fi.kumppani.newsletter.subscription.messaging;

import org.jspecify.annotations.NullMarked;
