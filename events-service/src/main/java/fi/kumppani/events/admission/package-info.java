/** Who may register for an event, how, and what they are asked. */
@NullMarked
package fi.kumppani.events.admission;

import org.jspecify.annotations.NullMarked;
