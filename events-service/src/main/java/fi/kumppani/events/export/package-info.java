/** The participants of an event as a table, to be taken out of the system. */
@NullMarked
package fi.kumppani.events.export;

import org.jspecify.annotations.NullMarked;
