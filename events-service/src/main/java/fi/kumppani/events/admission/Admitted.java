package fi.kumppani.events.admission;

/** Who may register for an event. */
public enum Admitted {
    /** Everybody. */
    ANYONE,
    /** Those who register for an association of the registry. */
    ASSOCIATIONS,
    /** Those who register for one of the associations that are invited. */
    INVITED,
    /** Those who register for a member of the network that meets. */
    MEMBERS
}
