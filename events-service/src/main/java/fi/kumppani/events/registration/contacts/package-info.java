/** Whom mails about registrations go to. */
@NullMarked
package fi.kumppani.events.registration.contacts;

import org.jspecify.annotations.NullMarked;
