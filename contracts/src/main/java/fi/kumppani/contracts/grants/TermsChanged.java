package fi.kumppani.contracts.grants;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Something became of a grantee's request to change the terms of a grant (muutoshakemus); its money
 * stays as it is.
 *
 * @param applicationId the application that was granted
 * @param number of the request, from 1, within the application
 * @param status {@code open}, {@code withdrawn}, {@code refused}, {@code approved} or {@code
 *     partly-approved}
 * @param beginsOn the first day of use from now on; absent when it stays
 * @param endsOn the last day of use from now on; absent when it stays
 * @param otherUse whether another use was approved
 * @param decidedOn the day of the decision on the request; absent until it is decided
 */
public record TermsChanged(
        String applicationId,
        int number,
        String status,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        boolean otherUse,
        @Nullable LocalDate decidedOn) {
    public static final String TYPE = "grants.change.changed.v1";
}
