package fi.kumppani.registry.network;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Networks and memberships in memory, for the tests of use cases. */
final class InMemoryNetworks implements Networks {

    private static final MunicipalityCode HERE = new MunicipalityCode("743");

    final InMemoryMemberships memberships = new InMemoryMemberships();
    private final TreeMap<String, Stored<Network>> kept = new TreeMap<>();

    void begin(String id) {
        var profile =
                new Profile(
                        LocalizedText.finnish("Seurafoorumi"), Optional.empty(), Optional.empty());
        kept.put(id, new Stored<>(id, HERE, 1, 1, new Network.Active(id, profile)));
    }

    void end(String id) {
        Stored<Network> stored = find(id).orElseThrow();
        kept.put(
                id,
                new Stored<>(
                        id,
                        HERE,
                        stored.version() + 1,
                        stored.sequence() + 1,
                        new Network.Ended(
                                id, stored.body().profile(), LocalDate.parse("2026-11-01"))));
    }

    @Override
    public Optional<Stored<Network>> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public List<Stored<Network>> list(String after, int limit) {
        return kept.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public Addition add(Network.Active network, Creation creation) {
        throw new UnsupportedOperationException("Begin them here");
    }

    @Override
    public Outcome<Network> change(
            String id, long version, Function<Network, Step<Network>> decide) {
        throw new UnsupportedOperationException("End them here");
    }

    /** Memberships in memory. */
    static final class InMemoryMemberships implements Memberships {

        private final TreeMap<String, Stored<Membership>> kept = new TreeMap<>();

        @Override
        public Optional<Stored<Membership>> find(MembershipId id) {
            return Optional.ofNullable(kept.get(id.value()));
        }

        @Override
        public List<Stored<Membership>> findAll(Collection<MembershipId> ids) {
            return ids.stream().flatMap(id -> find(id).stream()).toList();
        }

        @Override
        public List<Stored<Membership>> ofNetwork(
                String network, boolean membersOnly, String after, int limit) {
            throw new UnsupportedOperationException("No use case lists them");
        }

        @Override
        public List<Stored<Membership>> requests(String after, int limit) {
            throw new UnsupportedOperationException("No use case lists them");
        }

        @Override
        public Outcome<Membership> change(
                MembershipId id,
                long version,
                Function<Optional<Membership>, Step<Membership>> decide) {
            Optional<Stored<Membership>> stored = find(id);
            if (stored.map(Stored::version).orElse(0L) != version) {
                throw new StaleVersionException();
            }
            return keep(id, version, stored, decide.apply(stored.map(Stored::body)));
        }

        @Override
        public Outcome<Membership> change(
                MembershipId id, Function<Membership, Step<Membership>> decide) {
            Optional<Stored<Membership>> stored = find(id);
            return stored.isEmpty()
                    ? new Outcome.Unknown<>()
                    : keep(id, stored.get().version(), stored, decide.apply(stored.get().body()));
        }

        private Outcome<Membership> keep(
                MembershipId id,
                long version,
                Optional<Stored<Membership>> before,
                Step<Membership> step) {
            return switch (step) {
                case Step.Take<Membership>(Membership next) -> {
                    var stored = new Stored<>(id.value(), HERE, version + 1, 1, next);
                    kept.put(id.value(), stored);
                    yield new Outcome.Kept<>(stored);
                }
                case Step.Stay<Membership> _ -> new Outcome.Kept<>(before.orElseThrow());
                case Step.Refuse<Membership>(Refusal refusal) -> new Outcome.Refused<>(refusal);
            };
        }
    }
}
