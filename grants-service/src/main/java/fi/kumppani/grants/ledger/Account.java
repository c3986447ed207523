package fi.kumppani.grants.ledger;

/** Where the money of a call can be. What is in all accounts together is always nothing. */
public enum Account {
    /** Where the appropriation comes from: the only one below zero, by what it gave. */
    BUDGET,
    /** What can still be promised. */
    AVAILABLE,
    /** What is held for decisions that are being made. */
    RESERVED,
    /** What is promised and not paid yet. */
    GRANTED,
    /** What is paid and was not paid back. */
    PAID,
    /** What was paid back. */
    RETURNED
}
