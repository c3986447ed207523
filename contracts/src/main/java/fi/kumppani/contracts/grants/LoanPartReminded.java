package fi.kumppani.contracts.grants;

import java.time.LocalDate;

/**
 * A part of a loan is due soon, or overdue.
 *
 * @param applicationId what was granted to
 * @param part which part, from 1
 * @param dueOn the day it is due, in Europe/Helsinki
 * @param overdue whether that day has passed
 */
public record LoanPartReminded(String applicationId, int part, LocalDate dueOn, boolean overdue) {
    public static final String TYPE = "grants.loan.reminded.v1";
}
