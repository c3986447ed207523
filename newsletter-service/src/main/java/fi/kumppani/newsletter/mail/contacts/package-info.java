/** Asks other services whom a mail goes to. */
@NullMarked
package fi.kumppani.newsletter.mail.contacts;

import org.jspecify.annotations.NullMarked;
