package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That a grantee is told once of a report that is due. It is kept beside the report, so that who is
 * writing it is not told that it has changed.
 *
 * @param application what was granted to
 * @param call its call
 * @param dueOn the last day to hand it in
 * @param step how near that is, or how long ago
 */
public record ReportReminder(ApplicationId application, CallId call, LocalDate dueOn, Step step) {

    /** When a grantee is told. */
    public enum Step {
        /** Two weeks before. */
        SOON(-14),
        /** The day after. */
        OVERDUE(1),
        /** A month after. */
        STILL_OVERDUE(30);

        private final int days;

        Step(int days) {
            this.days = days;
        }

        boolean isReached(LocalDate dueOn, LocalDate today) {
            return !today.isBefore(dueOn.plusDays(days));
        }
    }

    /** What a grantee is to be told today, if anything; what was missed is not made up for. */
    static Optional<ReportReminder> of(DueReport due, LocalDate today) {
        return due.dueOn()
                .filter(_ -> due.award().isAccepted())
                .flatMap(
                        dueOn ->
                                latest(dueOn, today)
                                        .map(
                                                step ->
                                                        new ReportReminder(
                                                                due.report().application(),
                                                                due.decided().filing().call(),
                                                                dueOn,
                                                                step)));
    }

    private static Optional<Step> latest(LocalDate dueOn, LocalDate today) {
        Optional<Step> latest = Optional.empty();
        for (Step step : Step.values()) {
            latest = step.isReached(dueOn, today) ? Optional.of(step) : latest;
        }
        return latest;
    }

    /** One for each report, day and step, however often it is due. */
    public String id() {
        return application + ":" + dueOn + ":" + step.days;
    }

    /** Whether the day has passed. */
    public boolean isOverdue() {
        return step != Step.SOON;
    }
}
