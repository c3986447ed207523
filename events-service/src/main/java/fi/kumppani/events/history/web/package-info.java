/** The import of past events over HTTP. */
@NullMarked
package fi.kumppani.events.history.web;

import org.jspecify.annotations.NullMarked;
