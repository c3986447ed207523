package fi.kumppani.grants.call.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.scheme.ReportTerms;
import fi.kumppani.kit.problem.FieldErrors;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is reported of the use of a grant: until a day, or so many days after the decision or the
 * last payment.
 *
 * @param dueOn a day that is the same for all
 * @param daysAfterDecision 1 to 1100
 * @param daysAfterPayment 1 to 1100
 * @param samplePercent how many of a hundred reports are checked against their receipts; 0 when
 *     left out
 * @param overdueStopsPayments whether nothing is paid to whom a report is overdue of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportBody(
        @Nullable LocalDate dueOn,
        @Nullable Integer daysAfterDecision,
        @Nullable Integer daysAfterPayment,
        @Nullable Integer samplePercent,
        @Nullable Boolean overdueStopsPayments) {

    static @Nullable ReportTerms read(@Nullable ReportBody body, FieldErrors errors) {
        return body == null ? null : body.read(errors);
    }

    private @Nullable ReportTerms read(FieldErrors errors) {
        if (Stream.of(dueOn, daysAfterDecision, daysAfterPayment).filter(Objects::nonNull).count()
                != 1) {
            errors.add(
                    "scheme.report",
                    "not-one",
                    "One of dueOn, daysAfterDecision and daysAfterPayment");
            return null;
        }
        return new ReportTerms(
                due(),
                samplePercent == null ? 0 : samplePercent,
                Boolean.TRUE.equals(overdueStopsPayments));
    }

    private ReportTerms.Due due() {
        if (dueOn != null) {
            return new ReportTerms.Due.By(dueOn);
        }
        return daysAfterDecision != null
                ? new ReportTerms.Due.AfterDecision(daysAfterDecision)
                : new ReportTerms.Due.AfterPayment(Objects.requireNonNull(daysAfterPayment));
    }

    static @Nullable ReportBody of(@Nullable ReportTerms report) {
        if (report == null) {
            return null;
        }
        int sample = report.samplePercent();
        boolean stops = report.overdueStopsPayments();
        return switch (report.due()) {
            case ReportTerms.Due.By(var day) -> new ReportBody(day, null, null, sample, stops);
            case ReportTerms.Due.AfterDecision(var days) ->
                    new ReportBody(null, days, null, sample, stops);
            case ReportTerms.Due.AfterPayment(var days) ->
                    new ReportBody(null, null, days, sample, stops);
        };
    }
}
