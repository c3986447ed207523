package fi.kumppani.grants.interest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recusals in memory. */
final class InMemoryRecusals implements Recusals {

    private final Map<String, List<Recusal>> kept = new HashMap<>();

    @Override
    public List<Recusal> of(String application) {
        return List.copyOf(kept.getOrDefault(application, List.of()));
    }

    @Override
    public Map<String, List<Recusal>> ofAll(Collection<String> applications) {
        Map<String, List<Recusal>> found = new HashMap<>(kept);
        found.keySet().retainAll(applications);
        return found;
    }

    @Override
    public void erase(String application) {
        kept.remove(application);
    }

    @Override
    public void note(String application, Recusal recusal) {
        List<Recusal> known = kept.computeIfAbsent(application, _ -> new ArrayList<>());
        boolean told =
                known.stream()
                        .anyMatch(
                                each ->
                                        each.subject().equals(recusal.subject())
                                                && each.ground() == recusal.ground()
                                                && each.manner() == recusal.manner());
        if (!told) {
            known.add(recusal);
        }
    }
}
