package fi.kumppani.events.registration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Associations in memory. */
final class InMemoryAssociations implements Associations {

    private final Map<String, KnownAssociation> known = new HashMap<>();

    @Override
    public Optional<KnownAssociation> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public void keep(KnownAssociation association, long sequence) {
        known.put(association.id(), association);
    }
}
