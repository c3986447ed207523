package fi.kumppani.events.seating;

/** What becomes of a party in line for which fewer seats are free than it needs. */
public enum PartyRule {
    /** It waits until it can sit together, and nobody behind it passes. */
    TOGETHER_IN_ORDER,
    /** It waits until it can sit together; smaller parties behind it may take the seats. */
    TOGETHER_OVERTAKEN,
    /** It takes what is free, and keeps its place for the rest. */
    SPLIT
}
