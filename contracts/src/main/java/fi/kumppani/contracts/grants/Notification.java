package fi.kumppani.contracts.grants;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * How those concerned were told of a decision (tiedoksianto), as far as is known. Days are those of
 * Europe/Helsinki.
 *
 * @param applicationId the application that was decided
 * @param decision which of its decisions, 1 for the first
 * @param channel {@code letter}, {@code email} or {@code receipt}; absent when the party was not
 *     told
 * @param knownOn when the party knew, or is presumed to have known
 * @param partyUntil the last day on which the party can claim a revised decision
 * @param publishedOn when it was put on the web
 * @param membersUntil the last day on which a member of the municipality can claim a revised
 *     decision; after it personal data leave the web
 * @param finalFrom the first day on which nobody can claim a revised decision any more; absent
 *     while somebody was not told
 */
public record Notification(
        String applicationId,
        int decision,
        @Nullable String channel,
        @Nullable LocalDate knownOn,
        @Nullable LocalDate partyUntil,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate membersUntil,
        @Nullable LocalDate finalFrom) {}
