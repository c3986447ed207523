package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.Notices;
import fi.kumppani.events.event.Standing;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How an announced event stands, as it is kept.
 *
 * @param phase {@code coming}, {@code postponed} or {@code archived}
 * @param notices absent while nobody is to be told anything
 * @param followedIn absent while no followers of a series have been registered for it
 */
record StandingDocument(
        String phase,
        @Nullable LocalizedText reason,
        @Nullable Instant previousStartsAt,
        boolean assured,
        @Nullable Instant changedAt,
        @Nullable NoticesDocument notices,
        @Nullable Instant peopleForgottenAt,
        @Nullable String followedIn) {

    static StandingDocument from(Standing standing) {
        return new StandingDocument(
                WireCodes.of(standing.phase()),
                standing.reason(),
                standing.previousStartsAt(),
                standing.assured(),
                standing.changedAt(),
                NoticesDocument.from(standing.notices()),
                standing.peopleForgottenAt(),
                standing.followedIn());
    }

    Standing toDomain() {
        return new Standing(
                WireCodes.read(Standing.Phase.class, phase).orElseThrow(),
                reason,
                previousStartsAt,
                assured,
                changedAt,
                notices == null ? Notices.NONE : notices.toDomain(),
                peopleForgottenAt,
                followedIn);
    }
}
