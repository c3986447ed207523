/** Shows operators what became of mails, in ids. */
@NullMarked
package fi.kumppani.newsletter.mail.web;

import org.jspecify.annotations.NullMarked;
