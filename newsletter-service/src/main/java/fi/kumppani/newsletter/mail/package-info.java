/** Every mail that something in the system causes: queued once, sent once, never lost. */
@NullMarked
package fi.kumppani.newsletter.mail;

import org.jspecify.annotations.NullMarked;
