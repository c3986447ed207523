package fi.kumppani.registry.network;

/** Why a network or a membership does not allow a move. */
public enum Refusal {
    /** The network takes no members any more, and stays as it is. */
    NETWORK_ENDED,
    /** The association does not exist any more. */
    ASSOCIATION_DISSOLVED,
    /** The association need not ask for what it has. */
    ALREADY_MEMBER
}
