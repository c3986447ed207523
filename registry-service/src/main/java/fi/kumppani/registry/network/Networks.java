package fi.kumppani.registry.network;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The networks of the current municipality; it has tens of them at most. */
public interface Networks {

    /** The network with this id, if there is one. */
    Optional<Stored<Network>> find(String id);

    /**
     * Some of them, in the order they were begun.
     *
     * @param after the id to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Stored<Network>> list(String after, int limit);

    /** Keeps a new network and tells of it, unless the same request made it before. */
    Addition add(Network.Active network, Creation creation);

    /**
     * Looks at a network and does what is then to be done, in one write.
     *
     * @param version the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Outcome<Network> change(String id, long version, Function<Network, Step<Network>> decide);

    /** What became of an addition. */
    sealed interface Addition {

        /** It is kept, now or by the same request before. */
        record Kept(String id) implements Addition {}

        /** The request's key made another one before. */
        record KeyReused() implements Addition {}
    }
}
