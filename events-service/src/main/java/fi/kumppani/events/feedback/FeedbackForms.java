package fi.kumppani.events.feedback;

import fi.kumppani.events.event.EventId;

import java.util.Optional;

/** What is asked after the events of the current municipality. */
public interface FeedbackForms {

    /** What is asked after an event. */
    Optional<FeedbackForm> of(EventId event);

    /**
     * Keeps what is asked, if it is the next version of what is kept.
     *
     * @return whether it was
     */
    boolean keep(FeedbackForm form);
}
