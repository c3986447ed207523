package fi.kumppani.registry.duplicate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What is not the same, in memory. */
final class InMemoryDistinctions implements Distinctions {

    private final TreeMap<String, Distinction> kept = new TreeMap<>();

    @Override
    public Set<Pair> pairs() {
        Set<Pair> pairs = new HashSet<>();
        kept.values().forEach(each -> pairs.add(each.pair()));
        return pairs;
    }

    @Override
    public List<Distinction> list(String after, int limit) {
        return kept.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public void keep(Distinction distinction) {
        kept.putIfAbsent(distinction.pair().value(), distinction);
    }

    @Override
    public void forget(Pair pair) {
        kept.remove(pair.value());
    }
}
