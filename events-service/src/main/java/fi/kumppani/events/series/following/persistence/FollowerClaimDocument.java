package fi.kumppani.events.series.following.persistence;

/** The number a mailbox joined under last; its id is {@code <series>:<fingerprint>}. */
record FollowerClaimDocument(long number) {}
