/** Registrations in the words of the messages, and seats that messages fill. */
@NullMarked
package fi.kumppani.events.registration.messaging;

import org.jspecify.annotations.NullMarked;
