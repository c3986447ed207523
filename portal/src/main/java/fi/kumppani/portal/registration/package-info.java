/** Registering for an event without an account, and what the link in the mail allows. */
@NullMarked
package fi.kumppani.portal.registration;

import org.jspecify.annotations.NullMarked;
