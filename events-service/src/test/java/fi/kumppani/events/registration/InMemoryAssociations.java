package fi.kumppani.events.registration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Associations in memory. */
final class InMemoryAssociations implements Associations {

    private final Map<String, KnownAssociation> known = new HashMap<>();
    private final Set<String> members = new HashSet<>();

    void join(String association, String network) {
        members.add(network + ":" + association);
    }

    void leave(String association, String network) {
        members.remove(network + ":" + association);
    }

    @Override
    public Optional<KnownAssociation> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public boolean isMember(String association, String network) {
        return members.contains(network + ":" + association);
    }

    @Override
    public void keep(KnownAssociation association, long sequence) {
        known.put(association.id(), association);
    }
}
