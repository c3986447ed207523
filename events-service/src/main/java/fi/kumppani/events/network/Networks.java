package fi.kumppani.events.network;

import java.util.Optional;

/** The networks of the registry and their members, as far as their messages have come. */
public interface Networks {

    /** The current municipality's network with this id. */
    Optional<KnownNetwork> find(String id);

    /** The network with this id, of whatever municipality: networks are public. */
    Optional<KnownNetwork> findAnywhere(String id);

    /** Whether the association is a member of the network, of whatever municipality they are. */
    boolean hasMember(String network, String association);

    /**
     * Keeps what is told of a network, unless something newer is known.
     *
     * @param sequence of the message that told it
     */
    void keep(KnownNetwork network, long sequence);

    /**
     * Keeps what is told of a membership, unless something newer is known.
     *
     * @param member whether the association is a member now
     * @param sequence of the message that told it
     */
    void keepMembership(String network, String association, boolean member, long sequence);
}
