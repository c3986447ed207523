/** Keeps mails as documents. */
@NullMarked
package fi.kumppani.newsletter.mail.persistence;

import org.jspecify.annotations.NullMarked;
