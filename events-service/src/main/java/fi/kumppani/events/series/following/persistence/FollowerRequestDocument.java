package fi.kumppani.events.series.following.persistence;

/** What a request asked; its id is {@code <series>:<hash of the key>}. */
record FollowerRequestDocument(String contentHash) {}
