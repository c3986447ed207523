package fi.kumppani.events.registration;

import java.util.Optional;

/** The associations of the registry, as far as their messages have come. */
public interface Associations {

    /** The association with this id, of whatever municipality: they visit each other's events. */
    Optional<KnownAssociation> find(String id);

    /** Whether the association is a member of this network. */
    boolean isMember(String association, String network);

    /**
     * Keeps what is told of an association, unless something newer is known.
     *
     * @param sequence of the message that told it
     */
    void keep(KnownAssociation association, long sequence);
}
