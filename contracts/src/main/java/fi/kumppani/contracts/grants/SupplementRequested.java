package fi.kumppani.contracts.grants;

import java.time.LocalDate;

/**
 * A grant officer asked the applicant to complete the application (täydennyspyyntö).
 *
 * @param application the application, whose status is {@code supplementing}
 * @param dueOn the last day for it, in Europe/Helsinki
 */
public record SupplementRequested(Application application, LocalDate dueOn) {
    public static final String TYPE = "grants.application.supplement-requested.v1";
}
