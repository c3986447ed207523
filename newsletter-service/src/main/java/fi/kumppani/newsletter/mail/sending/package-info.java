/** The threads that send mails: woken by each new one, and by a look through the store. */
@NullMarked
package fi.kumppani.newsletter.mail.sending;

import org.jspecify.annotations.NullMarked;
