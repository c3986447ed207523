package fi.kumppani.newsletter.link;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts in memory, so that who follows a link never waits for a store, and brings the sums to the
 * store now and then. What a crash takes with it is missing from the counts; what the store took
 * without saying so is in them twice: they are no accounts.
 */
@Service
public class HitsAtHand {

    private final Hits hits;
    private Map<Issue, Map<Integer, Long>> atHand = new HashMap<>();

    HitsAtHand(Hits hits) {
        this.hits = hits;
    }

    private record Issue(MunicipalityCode municipality, String id) {}

    /**
     * Counts one.
     *
     * @param position of the link in the issue, from 0
     */
    public void count(String issueId, int position) {
        add(new Issue(Tenancy.current(), issueId), Map.of(position, 1L));
    }

    /**
     * Brings all sums to the store. Those it does not take are at hand for the next time.
     *
     * @throws RuntimeException when the store does not take one
     */
    public void keep() {
        Map<Issue, Map<Integer, Long>> taken = take();
        try {
            for (Issue issue : taken.keySet().toArray(Issue[]::new)) {
                Map<Integer, Long> more = taken.getOrDefault(issue, Map.of());
                Tenancy.runIn(issue.municipality(), () -> hits.add(issue.id(), more));
                taken.remove(issue);
            }
        } finally {
            taken.forEach(this::add);
        }
    }

    private synchronized void add(Issue issue, Map<Integer, Long> more) {
        Map<Integer, Long> known = atHand.computeIfAbsent(issue, _ -> new HashMap<>());
        more.forEach((position, count) -> known.merge(position, count, Long::sum));
    }

    private synchronized Map<Issue, Map<Integer, Long>> take() {
        Map<Issue, Map<Integer, Long>> taken = atHand;
        atHand = new HashMap<>();
        return taken;
    }
}
