/** Doors, arrivals and notes as they are kept, in a journal of their own. */
@NullMarked
package fi.kumppani.events.door.persistence;

import org.jspecify.annotations.NullMarked;
