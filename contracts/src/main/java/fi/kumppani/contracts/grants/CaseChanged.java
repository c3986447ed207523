package fi.kumppani.contracts.grants;

import org.jspecify.annotations.Nullable;

/**
 * The handshake with the municipality's case-management system went a step on.
 *
 * @param applicationId the application that the case is about
 * @param caseNumber the number that the case-management system gave
 * @param status {@code opened}, {@code proposed}, {@code sent}, {@code deciding} or {@code decided}
 * @param proposals how many proposals were made so far; the latest has this number
 * @param refused the code of why the last decision that came could not be carried out; absent when
 *     none, or when one could after it
 */
public record CaseChanged(
        String applicationId,
        String caseNumber,
        String status,
        int proposals,
        @Nullable String refused) {
    public static final String TYPE = "grants.case.changed.v1";
}
