/** How many came, in the words of the messages. */
@NullMarked
package fi.kumppani.events.door.messaging;

import org.jspecify.annotations.NullMarked;
