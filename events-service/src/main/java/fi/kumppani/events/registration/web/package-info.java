/** Registrations over HTTP: anonymous, by signed link, and for coordinators. */
@NullMarked
package fi.kumppani.events.registration.web;

import org.jspecify.annotations.NullMarked;
