/** Feedback as it is kept. */
@NullMarked
package fi.kumppani.events.feedback.persistence;

import org.jspecify.annotations.NullMarked;
