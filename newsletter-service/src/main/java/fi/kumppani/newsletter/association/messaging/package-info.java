/** Hears of associations. */
@NullMarked
package fi.kumppani.newsletter.association.messaging;

import org.jspecify.annotations.NullMarked;
