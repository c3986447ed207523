package fi.kumppani.registry.association;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.Stored;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Associations in memory, for the tests of use cases. */
final class InMemoryAssociations implements Associations {

    final List<News> told = new ArrayList<>();
    private final TreeMap<String, Stored<Association>> kept = new TreeMap<>();
    private final Map<String, Creation> creations = new HashMap<>();

    @Override
    public Optional<Stored<Association>> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Map<String, Association> findAll(Collection<String> ids) {
        return kept.values().stream()
                .filter(stored -> ids.contains(stored.id()))
                .collect(Collectors.toMap(Stored::id, Stored::body));
    }

    @Override
    public List<Stored<Association>> list(String after, int limit) {
        return kept.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public List<Stored<Association>> matching(Search search, String after, int limit) {
        throw new UnsupportedOperationException("No use case looks for some");
    }

    @Override
    public Addition add(Association association, Creation creation) {
        Optional<Addition> inTheWay = foresee(association, creation);
        if (inTheWay.isPresent()) {
            return inTheWay.get();
        }
        Origin origin = association.origin();
        var stored = new Stored<>(origin.id(), origin.home(), 1, 1, association);
        kept.put(origin.id(), stored);
        creations.put(origin.id(), creation);
        told.add(new News.Registered(association));
        return new Addition.Added(stored);
    }

    @Override
    public Optional<Addition> foresee(Association association, Creation creation) {
        for (Map.Entry<String, Creation> before : creations.entrySet()) {
            if (before.getValue().key().equals(creation.key())) {
                return Optional.of(
                        before.getValue().equals(creation)
                                ? new Addition.Repeated(find(before.getKey()).orElseThrow())
                                : new Addition.KeyReused());
            }
        }
        return taken(association).map(Addition.Taken::new);
    }

    @Override
    public Outcome change(String id, long version, Function<Association, Step> decide) {
        Stored<Association> stored = kept.get(id);
        if (stored != null && stored.version() != version) {
            throw new StaleVersionException();
        }
        return change(id, decide);
    }

    @Override
    public Outcome change(String id, Function<Association, Step> decide) {
        Stored<Association> stored = kept.get(id);
        if (stored == null) {
            return new Outcome.Unknown();
        }
        return switch (decide.apply(stored.body())) {
            case Step.Take(News news) -> take(stored, news);
            case Step.Keep(Association after) -> {
                Stored<Association> next = stored.after(0, after);
                kept.put(id, next);
                yield new Outcome.Kept(next);
            }
            case Step.Stay _ -> new Outcome.Kept(stored);
            case Step.Refuse(Refusal refusal) -> new Outcome.Refused(refusal);
        };
    }

    private Outcome take(Stored<Association> stored, News news) {
        Optional<Refusal> taken = taken(news.association());
        if (taken.isPresent()) {
            return new Outcome.Refused(taken.get());
        }
        var next =
                new Stored<>(
                        stored.id(),
                        stored.municipality(),
                        stored.version() + 1,
                        stored.sequence() + 1,
                        news.association());
        kept.put(stored.id(), next);
        told.add(news);
        return new Outcome.Kept(next);
    }

    private Optional<Refusal> taken(Association association) {
        Facts facts = association.facts();
        for (Stored<Association> other : kept.values()) {
            Facts theirs = other.body().facts();
            if (other.id().equals(association.origin().id())) {
                continue;
            }
            if (facts.businessId().isPresent() && facts.businessId().equals(theirs.businessId())) {
                return Optional.of(Refusal.BUSINESS_ID_TAKEN);
            }
            if (facts.registerNumber().isPresent()
                    && facts.registerNumber().equals(theirs.registerNumber())) {
                return Optional.of(Refusal.REGISTER_NUMBER_TAKEN);
            }
        }
        return Optional.empty();
    }
}
