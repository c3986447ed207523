/** Journeys through the packaged system, as its users and its accidents make them. */
@NullMarked
package fi.kumppani.system.journey;

import org.jspecify.annotations.NullMarked;
