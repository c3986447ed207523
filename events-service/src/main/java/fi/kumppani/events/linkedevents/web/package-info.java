/** Linked Events over HTTP: read from here, and imported from elsewhere. */
@NullMarked
package fi.kumppani.events.linkedevents.web;

import org.jspecify.annotations.NullMarked;
