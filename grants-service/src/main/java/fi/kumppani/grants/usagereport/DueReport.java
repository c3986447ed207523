package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Payment;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.scheme.ReportTerms;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.time.FinnishTime;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report with all that says until when it is due.
 *
 * @param report the report
 * @param decided the application
 * @param scheme what its call asks for, a report among it
 * @param award what became of what was granted
 */
public record DueReport(
        UsageReport report, GrantApplication.Decided decided, Scheme scheme, Award award) {

    /**
     * The last day to hand it in: by the call's terms, but not after the last day for receipts of
     * what is paid afterwards, or by what was asked to be completed; empty while it is not known,
     * or nothing is to be handed in.
     */
    public Optional<LocalDate> dueOn() {
        return switch (report.stage()) {
            case Stage.Draft _ -> byTerms();
            case Stage.Supplementing(var supplement) -> Optional.of(supplement.dueOn());
            case Stage.HandedIn _, Stage.Checked _, Stage.Concluding _, Stage.Concluded _ ->
                    Optional.empty();
        };
    }

    /** Since which day it is overdue: the last day that has passed. */
    public Optional<LocalDate> overdueSince(LocalDate today) {
        return dueOn().filter(_ -> award.isAccepted()).filter(today::isAfter);
    }

    private Optional<LocalDate> byTerms() {
        return Stream.concat(
                        Stream.ofNullable(scheme.report()).flatMap(terms -> day(terms).stream()),
                        Stream.ofNullable(scheme.receiptsBy()))
                .min(Comparator.naturalOrder());
    }

    private Optional<LocalDate> day(ReportTerms terms) {
        return switch (terms.due()) {
            case ReportTerms.Due.By(var day) -> Optional.of(day);
            case ReportTerms.Due.AfterDecision(var days) ->
                    Optional.of(decided.decision().request().decidedOn().plusDays(days));
            case ReportTerms.Due.AfterPayment(var days) ->
                    award.payments().stream()
                            .filter(Payment::hasLeft)
                            .map(payment -> FinnishTime.dayOf(payment.at()))
                            .max(Comparator.naturalOrder())
                            .map(last -> last.plusDays(days));
        };
    }
}
