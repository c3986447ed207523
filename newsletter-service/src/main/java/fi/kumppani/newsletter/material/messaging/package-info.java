/** Hears of events and calls. */
@NullMarked
package fi.kumppani.newsletter.material.messaging;

import org.jspecify.annotations.NullMarked;
