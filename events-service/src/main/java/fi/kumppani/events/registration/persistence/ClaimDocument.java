package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.registration.Claim;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What is remembered of a mailbox; its id is {@code <event>:<fingerprint>}. */
record ClaimDocument(long number, @Nullable Instant remindedAt) {

    static ClaimDocument from(Claim claim) {
        return new ClaimDocument(claim.number(), claim.remindedAt());
    }

    Claim toDomain() {
        return new Claim(number, remindedAt);
    }
}
