/** Feedback over HTTP: asked and read by coordinators, given by whoever holds a link. */
@NullMarked
package fi.kumppani.events.feedback.web;

import org.jspecify.annotations.NullMarked;
