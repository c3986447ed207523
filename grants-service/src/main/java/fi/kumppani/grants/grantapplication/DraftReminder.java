package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallId;

import java.time.Instant;

/**
 * That the owner of a draft is told once that a round closes soon. It is kept beside the draft, so
 * that who is writing the draft on its last day is not told that it has changed.
 *
 * @param application the draft
 * @param call the call it answers
 * @param closesAt from when on it is late
 */
public record DraftReminder(ApplicationId application, CallId call, Instant closesAt) {

    /** One for each draft and closing, however often it is due. */
    public String id() {
        return application + ":" + closesAt.toEpochMilli();
    }
}
