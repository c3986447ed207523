package fi.kumppani.events.feedback;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.RegistrationId;

import java.util.List;
import java.util.Optional;

/** What people answered after the events of the current municipality. */
public interface GivenFeedback {

    /**
     * What a registration answered.
     *
     * @param anonymous whether it is kept without the registration
     */
    Optional<Feedback> of(RegistrationId id, boolean anonymous);

    /** Keeps what a registration answers, in place of what it answered before. */
    void keep(RegistrationId id, boolean anonymous, Feedback feedback);

    /** All that was answered after an event, in no order that tells who it was. */
    List<Feedback> of(EventId event);
}
