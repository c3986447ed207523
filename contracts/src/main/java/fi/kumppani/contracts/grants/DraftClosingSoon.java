package fi.kumppani.contracts.grants;

import java.time.Instant;

/**
 * A draft was not handed in yet, and its call takes applications for a day at most.
 *
 * @param applicationId UUIDv7
 * @param callId the call it answers
 * @param closesAt from when on it is late
 */
public record DraftClosingSoon(String applicationId, String callId, Instant closesAt) {
    public static final String TYPE = "grants.application.closing-soon.v1";
}
