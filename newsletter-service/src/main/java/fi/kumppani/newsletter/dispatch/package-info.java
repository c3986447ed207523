/**
 * The one way out: letters are handed to the mail server here, and work waits here for its time.
 */
@NullMarked
package fi.kumppani.newsletter.dispatch;

import org.jspecify.annotations.NullMarked;
