/** Hears what causes mails, and tells what became of them. */
@NullMarked
package fi.kumppani.newsletter.mail.messaging;

import org.jspecify.annotations.NullMarked;
