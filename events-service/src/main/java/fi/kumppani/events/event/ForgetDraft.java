package fi.kumppani.events.event;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Optional;

/** A coordinator drops a plan that nobody else has seen; what was announced is never deleted. */
@Service
public class ForgetDraft {

    private final Events events;
    private final List<LeftOfDraft> left;

    ForgetDraft(Events events, List<LeftOfDraft> left) {
        this.events = events;
        this.left = List.copyOf(left);
    }

    /**
     * Deletes a draft for good.
     *
     * @param seen the revision the coordinator has read
     * @return empty when there is no such event
     */
    public Optional<EventOutcome> forget(EventId id, long seen) {
        Optional<EventOutcome> outcome = events.forget(id, seen);
        if (outcome.orElse(null) instanceof EventOutcome.Done) {
            left.forEach(each -> each.erase(id));
        }
        return outcome;
    }
}
