package fi.kumppani.grants.scheme;

import java.time.LocalDate;

/**
 * The report that a call asks for of how its grants were used (käyttöselvitys).
 *
 * @param due until when
 * @param samplePercent how many of a hundred reports are checked against their receipts, 0 to 100
 * @param overdueStopsPayments whether nothing of the call is paid to whom a report is overdue of
 */
public record ReportTerms(Due due, int samplePercent, boolean overdueStopsPayments) {

    private static final int MOST_DAYS = 1_100;
    private static final int WHOLE = 100;

    /** Until when a report is handed in. */
    public sealed interface Due {

        /** Until a day that is the same for all. */
        record By(LocalDate day) implements Due {}

        /** So many days after the decision. */
        record AfterDecision(int days) implements Due {}

        /** So many days after the last payment; not before anything is paid. */
        record AfterPayment(int days) implements Due {}
    }

    boolean isSound() {
        return samplePercent >= 0
                && samplePercent <= WHOLE
                && switch (due) {
                    case Due.By _ -> true;
                    case Due.AfterDecision(var days) -> days >= 1 && days <= MOST_DAYS;
                    case Due.AfterPayment(var days) -> days >= 1 && days <= MOST_DAYS;
                };
    }

    /** The same with every day so many years later. */
    ReportTerms later(int years) {
        return due instanceof Due.By(var day)
                ? new ReportTerms(
                        new Due.By(day.plusYears(years)), samplePercent, overdueStopsPayments)
                : this;
    }
}
