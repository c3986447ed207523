/** The index that lists and calendars of events are made from. */
@NullMarked
package fi.kumppani.events.event.persistence;

import org.jspecify.annotations.NullMarked;
