package fi.kumppani.contracts.grants;

import java.time.LocalDate;

/**
 * A report of how a grant was used is due soon, or overdue.
 *
 * @param applicationId what was granted to
 * @param callId its call
 * @param dueOn the last day to hand it in, in Europe/Helsinki
 * @param overdue whether that day has passed
 */
public record UsageReportReminded(
        String applicationId, String callId, LocalDate dueOn, boolean overdue) {
    public static final String TYPE = "grants.report.reminded.v1";
}
