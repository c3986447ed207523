package fi.kumppani.events.event;

import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;

/** Finds the events of a municipality for its coordinators, in whatever state they are. */
@Service
public class FindOwnEvents {

    private static final int AT_ONCE = 200;

    private final Events events;

    FindOwnEvents(Events events) {
        this.events = events;
    }

    /**
     * Those that are asked for, as of now, drafts and archived ones too: those that are not over
     * first, the next to come at the top; then the past ones, the latest first.
     *
     * @param after where the list goes on
     * @param limit the most to give
     */
    public List<Event> list(OwnEventQuestion question, ListPosition after, int limit) {
        List<Event> found = new ArrayList<>();
        ListPosition position = after;
        boolean isMore = true;
        while (isMore && found.size() < limit) {
            List<Event> looked = events.own(position, AT_ONCE);
            looked.stream().filter(question::asksFor).forEach(found::add);
            isMore = looked.size() == AT_ONCE;
            position = isMore ? position.behind(looked.getLast()) : position;
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }
}
