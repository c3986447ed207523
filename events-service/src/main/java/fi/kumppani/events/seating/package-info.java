/** Who sits and who waits: numbers in order of arrival, and nothing else. */
@NullMarked
package fi.kumppani.events.seating;

import org.jspecify.annotations.NullMarked;
