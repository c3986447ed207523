/** An event with its registrations, kept as one parent with its journal. */
@NullMarked
package fi.kumppani.events.registration.persistence;

import org.jspecify.annotations.NullMarked;
