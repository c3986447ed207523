package fi.kumppani.registry.association;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The associations of the current municipality. */
public interface Associations {

    /** The association with this id, if there is one. */
    Optional<Stored<Association>> find(String id);

    /** Those with these ids that there are, by id. */
    Map<String, Association> findAll(Collection<String> ids);

    /**
     * Some of them, in the order they were registered.
     *
     * @param after the id to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Stored<Association>> list(String after, int limit);

    /**
     * Those that are looked for, in the order they were registered; at most a few seconds behind.
     *
     * @param after the id to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Stored<Association>> matching(Search search, String after, int limit);

    /** Keeps a new association and tells of it, unless the same request made it before. */
    Addition add(Association association, Creation creation);

    /**
     * What {@link #add} would come to as things stand; nothing is kept.
     *
     * @return empty when it would be kept
     */
    Optional<Addition> foresee(Association association, Creation creation);

    /**
     * Looks at an association and does what is then to be done, in one write.
     *
     * @param version the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Outcome change(String id, long version, Function<Association, Step> decide);

    /** The same, whatever version is current. */
    Outcome change(String id, Function<Association, Step> decide);

    /** What became of an addition. */
    sealed interface Addition {

        /** It is kept. */
        record Added(Stored<Association> association) implements Addition {}

        /** The same request made it before. */
        record Repeated(Stored<Association> association) implements Addition {}

        /** The request's key made another one before. */
        record KeyReused() implements Addition {}

        /** Another association has the identifier. */
        record Taken(Refusal refusal) implements Addition {}
    }
}
