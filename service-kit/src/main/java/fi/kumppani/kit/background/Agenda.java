package fi.kumppani.kit.background;

import fi.kumppani.kit.store.Located;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What this instance knows to be due, and when. It only ever makes a look come sooner: what is
 * really due stands with the aggregate, so nothing is lost with the agenda, and a needless entry
 * costs one look. Whoever takes an entry notes what is due next, for only the earliest is kept.
 */
public class Agenda {

    private final Map<Located, Instant> entries = new HashMap<>();

    /** Has the aggregate looked at by this time at the latest. */
    public synchronized void note(Located aggregate, Instant due) {
        entries.merge(aggregate, due, (known, more) -> known.isBefore(more) ? known : more);
    }

    /** Takes out all that is due by now. */
    public synchronized List<Located> takeDue(Instant now) {
        List<Located> due = new ArrayList<>();
        entries.entrySet()
                .removeIf(
                        entry -> {
                            boolean isDue = !entry.getValue().isAfter(now);
                            if (isDue) {
                                due.add(entry.getKey());
                            }
                            return isDue;
                        });
        return due;
    }
}
