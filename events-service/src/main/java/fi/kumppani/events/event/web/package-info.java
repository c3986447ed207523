/** Events over HTTP: written by coordinators, read by everybody. */
@NullMarked
package fi.kumppani.events.event.web;

import org.jspecify.annotations.NullMarked;
