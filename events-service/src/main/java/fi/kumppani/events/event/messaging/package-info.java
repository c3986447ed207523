/** Events in the words of the messages. */
@NullMarked
package fi.kumppani.events.event.messaging;

import org.jspecify.annotations.NullMarked;
