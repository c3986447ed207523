/** The mailbox that reports and leaving by mail come to, over IMAP. */
@NullMarked
package fi.kumppani.newsletter.bounce.inbox;

import org.jspecify.annotations.NullMarked;
