/** Events as others' programs take them: calendars and structured data for search engines. */
@NullMarked
package fi.kumppani.events.feed;

import org.jspecify.annotations.NullMarked;
