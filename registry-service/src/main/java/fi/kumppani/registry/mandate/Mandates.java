package fi.kumppani.registry.mandate;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;

import java.util.List;
import java.util.Optional;

/** The mandates for the associations of the current municipality. */
public interface Mandates {

    /** The mandate with this id, if there is one. */
    Optional<Stored<Mandate>> find(String id);

    /**
     * Some of them, in the order they were granted.
     *
     * @param after the id to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Stored<Mandate>> list(String after, int limit);

    /** All that were ever granted for an association, in the order they were granted. */
    List<Stored<Mandate>> ofAssociation(String associationId);

    /** Whether the person may act for the association there. */
    boolean holds(String subject, String associationId, MandateModule module);

    /** Keeps a new mandate and tells of it, unless the same request made it before. */
    Addition add(Mandate mandate, Creation creation);

    /**
     * Revokes a mandate and tells of it; a revoked one stays as it is.
     *
     * @param version the version the caller has seen
     * @param mark when, and by whom
     * @return what is kept afterwards; empty when the current municipality has no such mandate
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Optional<Stored<Mandate>> revoke(String id, long version, Mark mark);

    /** What became of an addition. */
    sealed interface Addition {

        /** It is kept, now or by the same request before. */
        record Kept(Mandate mandate) implements Addition {}

        /** The request's key made another one before. */
        record KeyReused() implements Addition {}

        /** The person may do that already. */
        record HeldAlready() implements Addition {}
    }
}
