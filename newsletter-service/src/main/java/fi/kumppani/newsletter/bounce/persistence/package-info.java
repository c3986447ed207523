/** The standing of mailboxes in the store. */
@NullMarked
package fi.kumppani.newsletter.bounce.persistence;

import org.jspecify.annotations.NullMarked;
