package fi.kumppani.events.event;

import org.springframework.stereotype.Service;

import java.util.Optional;

/** A coordinator drops a plan that nobody else has seen; what was announced is never deleted. */
@Service
public class ForgetDraft {

    private final Events events;

    ForgetDraft(Events events) {
        this.events = events;
    }

    /**
     * Deletes a draft for good.
     *
     * @param seen the revision the coordinator has read
     * @return empty when there is no such event
     */
    public Optional<EventOutcome> forget(EventId id, long seen) {
        return events.forget(id, seen);
    }
}
