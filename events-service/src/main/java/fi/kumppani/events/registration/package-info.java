/** Registrations to events: the queue for the seats, told line by line. */
@NullMarked
package fi.kumppani.events.registration;

import org.jspecify.annotations.NullMarked;
