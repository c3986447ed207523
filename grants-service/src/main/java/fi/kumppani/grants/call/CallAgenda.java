package fi.kumppani.grants.call;

import fi.kumppani.kit.store.Located;

import org.springframework.stereotype.Service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What this instance knows to be due about calls, and when. It only ever makes a look at a call
 * come sooner: what is really due stands in the call, so nothing is lost with it, and a needless
 * entry costs one look.
 */
@Service
public class CallAgenda {

    private final Map<Located, Instant> entries = new HashMap<>();

    /** Has the call looked at by this time at the latest. */
    public synchronized void note(Located call, Instant due) {
        entries.merge(call, due, (known, more) -> known.isBefore(more) ? known : more);
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
