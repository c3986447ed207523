package fi.kumppani.grants.call.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.scheme.PaymentTerms;
import fi.kumppani.grants.scheme.Repayment;
import fi.kumppani.kit.problem.FieldErrors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * When and against what a grant is paid.
 *
 * @param mode {@code in-advance}, {@code instalments}, {@code afterwards} or {@code loan}
 * @param onlyWhenFinal whether payment waits until nobody can appeal any more
 * @param instalments percents that make 100 together; of instalments only
 * @param receiptsBy the last day for receipts; of payment afterwards only
 * @param repayment how a loan is paid back; of loans only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentBody(
        @NotNull String mode,
        @Nullable Boolean onlyWhenFinal,
        @Nullable @Size(min = 2, max = 12) List<@NotNull Integer> instalments,
        @Nullable LocalDate receiptsBy,
        @Nullable @Valid RepaymentBody repayment) {

    private static final String IN_ADVANCE = "in-advance";
    private static final String INSTALMENTS = "instalments";
    private static final String AFTERWARDS = "afterwards";
    private static final String LOAN = "loan";

    /** How a loan is paid back, in equal parts. */
    record RepaymentBody(
            @NotNull LocalDate firstOn, @NotNull Integer parts, @NotNull Integer everyMonths) {}

    static PaymentTerms read(@Nullable PaymentBody body, FieldErrors errors) {
        return body == null ? PaymentTerms.InAdvance.USUAL : body.read(errors);
    }

    private PaymentTerms read(FieldErrors errors) {
        boolean wait = Boolean.TRUE.equals(onlyWhenFinal);
        onlyFor(INSTALMENTS, "instalments", instalments, errors);
        onlyFor(AFTERWARDS, "receiptsBy", receiptsBy, errors);
        onlyFor(LOAN, "repayment", repayment, errors);
        switch (mode) {
            case IN_ADVANCE -> {
                return new PaymentTerms.InAdvance(wait);
            }
            case INSTALMENTS -> {
                if (instalments != null) {
                    return new PaymentTerms.InInstalments(instalments, wait);
                }
                errors.add("scheme.payment.instalments", "required", "The share of each");
            }
            case AFTERWARDS -> {
                return new PaymentTerms.Afterwards(receiptsBy, wait);
            }
            case LOAN -> {
                if (repayment != null) {
                    return new PaymentTerms.AsLoan(
                            new Repayment(
                                    repayment.firstOn(),
                                    repayment.parts(),
                                    repayment.everyMonths()),
                            wait);
                }
                errors.add("scheme.payment.repayment", "required", "How it is paid back");
            }
            default ->
                    errors.add(
                            "scheme.payment.mode",
                            "unknown",
                            "One of in-advance, instalments, afterwards, loan");
        }
        return PaymentTerms.InAdvance.USUAL;
    }

    private void onlyFor(String right, String field, @Nullable Object given, FieldErrors errors) {
        if (given != null && !mode.equals(right)) {
            errors.add("scheme.payment." + field, "not-expected", "Only of payment " + right);
        }
    }

    static PaymentBody of(PaymentTerms payment) {
        return switch (payment) {
            case PaymentTerms.InAdvance(var wait) ->
                    new PaymentBody(IN_ADVANCE, wait, null, null, null);
            case PaymentTerms.InInstalments(var percents, var wait) ->
                    new PaymentBody(INSTALMENTS, wait, percents, null, null);
            case PaymentTerms.Afterwards(var by, var wait) ->
                    new PaymentBody(AFTERWARDS, wait, null, by, null);
            case PaymentTerms.AsLoan(Repayment(var first, var parts, var months), var wait) ->
                    new PaymentBody(
                            LOAN, wait, null, null, new RepaymentBody(first, parts, months));
        };
    }
}
