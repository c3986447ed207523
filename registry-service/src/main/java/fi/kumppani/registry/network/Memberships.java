package fi.kumppani.registry.network;

import fi.kumppani.kit.store.Stored;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The memberships in the networks of the current municipality. */
public interface Memberships {

    /** The membership with this id, if there is one. */
    Optional<Stored<Membership>> find(MembershipId id);

    /** Those among these ids that there are, in no particular order. */
    List<Stored<Membership>> findAll(Collection<MembershipId> ids);

    /**
     * Some of a network's, in the order of the associations' ids.
     *
     * @param membersOnly whether requests and those that have ended are left out
     * @param after the association's id to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Stored<Membership>> ofNetwork(
            String network, boolean membersOnly, String after, int limit);

    /**
     * Some of those that ask to be members, of whatever network, in the order of the networks' ids.
     *
     * @param after the id of the membership to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Stored<Membership>> requests(String after, int limit);

    /**
     * Looks at what is there, if anything, and does what is then to be done, in one write.
     *
     * @param version the version the caller has seen; 0 when there was none
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Outcome<Membership> change(
            MembershipId id, long version, Function<Optional<Membership>, Step<Membership>> decide);

    /** Looks at one that is there, whatever its version, and does what is then to be done. */
    Outcome<Membership> change(MembershipId id, Function<Membership, Step<Membership>> decide);
}
