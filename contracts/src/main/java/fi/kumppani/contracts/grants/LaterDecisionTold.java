package fi.kumppani.contracts.grants;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Something was done to tell of a decision about a grant that came after the one on its
 * application, or turned out; the later message counts. Days are those of Europe/Helsinki.
 *
 * @param applicationId the application that was granted
 * @param kind {@code change} for a ruling on other terms, {@code recovery} for one to claim
 *     something back
 * @param number of the request or the claim, within the application
 * @param channel {@code letter}, {@code email} or {@code receipt}; absent when the party was not
 *     told
 * @param knownOn when the party knew, or is presumed to have known
 * @param partyUntil the last day on which the party can claim a revised decision
 * @param publishedOn when it was put on the web
 * @param membersUntil the last day on which a member of the municipality can claim a revised
 *     decision
 * @param finalFrom the first day on which nobody can claim a revised decision any more; absent
 *     while somebody was not told
 */
public record LaterDecisionTold(
        String applicationId,
        String kind,
        int number,
        @Nullable String channel,
        @Nullable LocalDate knownOn,
        @Nullable LocalDate partyUntil,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate membersUntil,
        @Nullable LocalDate finalFrom) {
    public static final String TYPE = "grants.notification.later-told.v1";
}
