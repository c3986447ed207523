/** Gatherings people register for, and the fair queue for their seats. */
@NullMarked
package fi.kumppani.events;

import org.jspecify.annotations.NullMarked;
