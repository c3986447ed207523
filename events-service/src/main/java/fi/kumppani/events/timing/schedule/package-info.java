/** The job that has done what is due. */
@NullMarked
package fi.kumppani.events.timing.schedule;

import org.jspecify.annotations.NullMarked;
