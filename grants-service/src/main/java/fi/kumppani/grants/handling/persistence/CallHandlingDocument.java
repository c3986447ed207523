package fi.kumppani.grants.handling.persistence;

import fi.kumppani.grants.handling.CallHandling;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** How far a call is, as it is kept under its id. */
record CallHandlingDocument(int entered, @Nullable Instant closedAt) {

    static final CallHandlingDocument EMPTY = new CallHandlingDocument(0, null);

    CallHandling toDomain() {
        return new CallHandling(entered, closedAt);
    }
}
