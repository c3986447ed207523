package fi.kumppani.registry.invitation;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** The invitations of the current municipality. */
public interface Invitations {

    /** The invitation with this id, if there is one. */
    Optional<Stored<Invitation>> find(String id);

    /** Those of an association that are kept as open, in the order they were made. */
    List<Stored<Invitation.Open>> openOf(String associationId);

    /** What became of the same request before; empty when there was none. */
    Optional<Addition> madeBefore(Invitation.Open invitation, Creation creation);

    /** Keeps a new one and tells of it, unless the same request made it before. */
    Addition add(Invitation.Open invitation, Creation creation);

    /**
     * Moves an invitation on and tells of it, in one write.
     *
     * @param version the version the caller has seen, if they must have seen the current one
     * @param next the state that follows, if one does; may be asked again when others write
     * @return what is kept afterwards; empty when the current municipality has no such invitation
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Optional<Stored<Invitation>> change(
            String id, OptionalLong version, Function<Invitation, Optional<Invitation>> next);

    /**
     * Does work for each that is kept as open or taken, of every municipality and in its own.
     *
     * @param work is given the id
     */
    void forEachUnfinished(Consumer<String> work);

    /** What became of an addition. */
    sealed interface Addition {

        /** It is kept, now or by the same request before. */
        record Kept(Offer offer) implements Addition {}

        /** The request's key made another one before. */
        record KeyReused() implements Addition {}
    }
}
