/** Events in the words of Linked Events, the interface of many Finnish event calendars. */
@NullMarked
package fi.kumppani.events.linkedevents;

import org.jspecify.annotations.NullMarked;
