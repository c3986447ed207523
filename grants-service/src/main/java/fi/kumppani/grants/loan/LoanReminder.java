package fi.kumppani.grants.loan;

import fi.kumppani.grants.grantapplication.ApplicationId;

import java.time.LocalDate;
import java.util.List;

/**
 * That a borrower is told once of a part of a loan, soon before it is due or once it is overdue.
 *
 * @param application what was granted to
 * @param part which part, from 1
 * @param dueOn the day it is due
 */
public record LoanReminder(ApplicationId application, int part, LocalDate dueOn, boolean overdue) {

    private static final int DAYS_BEFORE = 14;

    /** What a borrower is to be told today; nothing of parts that have come back. */
    static List<LoanReminder> of(ApplicationId application, LoanPlan plan, LocalDate today) {
        return plan.parts().stream()
                .filter(part -> part.left().cents() > 0)
                .filter(part -> !today.isBefore(part.dueOn().minusDays(DAYS_BEFORE)))
                .map(
                        part ->
                                new LoanReminder(
                                        application,
                                        part.number(),
                                        part.dueOn(),
                                        part.isOverdue(today)))
                .toList();
    }

    /** One for each part, day and whether it is overdue, however often it is due. */
    public String id() {
        return application + ":" + part + ":" + dueOn + (overdue ? ":overdue" : ":soon");
    }
}
