package fi.kumppani.registry.mandate;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Mandates in memory, for the tests of use cases. */
final class InMemoryMandates implements Mandates {

    private final TreeMap<String, Stored<Mandate>> kept = new TreeMap<>();

    @Override
    public Optional<Stored<Mandate>> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public List<Stored<Mandate>> list(String after, int limit) {
        return kept.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public List<Stored<Mandate>> ofAssociation(String associationId) {
        return kept.values().stream()
                .filter(stored -> stored.body().associationId().equals(associationId))
                .toList();
    }

    @Override
    public boolean holds(String subject, String associationId, MandateModule module) {
        return ofAssociation(associationId).stream()
                .map(Stored::body)
                .anyMatch(
                        each ->
                                each.valid()
                                        && each.subject().equals(subject)
                                        && each.module() == module);
    }

    @Override
    public Addition add(Mandate mandate, Creation creation) {
        kept.put(
                mandate.id(),
                new Stored<>(mandate.id(), new MunicipalityCode("743"), 1, 1, mandate));
        return new Addition.Kept(mandate);
    }

    @Override
    public Optional<Stored<Mandate>> revoke(String id, long version, Mark mark) {
        Optional<Stored<Mandate>> found = find(id);
        if (found.isPresent() && found.get().version() != version) {
            throw new StaleVersionException();
        }
        found.ifPresent(before -> kept.put(id, before.after(1, before.body().revoked(mark))));
        return find(id);
    }
}
