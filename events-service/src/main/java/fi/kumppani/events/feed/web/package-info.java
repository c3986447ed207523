/** Calendars and structured data over HTTP. */
@NullMarked
package fi.kumppani.events.feed.web;

import org.jspecify.annotations.NullMarked;
