package fi.kumppani.events.network.persistence;

/** A membership as it is kept, under {@code <network>:<association>}. */
record MembershipDocument(boolean member) {}
