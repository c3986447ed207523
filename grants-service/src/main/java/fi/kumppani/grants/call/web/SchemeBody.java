package fi.kumppani.grants.call.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.scheme.Acceptance;
import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.grants.scheme.Criterion;
import fi.kumppani.grants.scheme.FundingShare;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.grants.scheme.RequiredAttachment;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * By which grounds a call grants, as an officer writes it and as everybody reads it.
 *
 * @param kind such as {@code operating} or {@code village-development}
 * @param budgetLine where the money stands in the books
 * @param continuous whether applications are handled as they come
 * @param capPerApplicant the most for one applicant in all its applications to the call
 * @param capPerEvent the most for each event
 * @param share which part of the costs can be granted; absent for all of them
 * @param payment when and against what it is paid; absent for in advance
 * @param criteria what applications are scored by; weights make 100 together
 * @param attachments which files go with an application
 * @param rules what else those who apply must fulfil
 * @param lightUpTo up to which amount neither attachments nor the whole cost are needed
 * @param form the id of the form that applicants fill in, in its latest version when they start
 * @param blindReview whether reviewers are not told who applies until the review round is closed
 * @param acceptance what who is granted something accepts, and until when; absent for no limit
 * @param deMinimis whether what is granted is de minimis aid; absent for no
 * @param report what is reported of the use of a grant; absent for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SchemeBody(
        @NotNull String kind,
        @Nullable @Valid BudgetLineBody budgetLine,
        @Nullable Boolean continuous,
        @Nullable Euros capPerApplicant,
        @Nullable Euros capPerEvent,
        @Nullable @Valid ShareBody share,
        @Nullable @Valid PaymentBody payment,
        @Nullable @Size(max = 20) List<@NotNull @Valid CriterionBody> criteria,
        @Nullable @Size(max = 20) List<@NotNull @Valid AttachmentBody> attachments,
        @Nullable @Size(max = 20) List<@NotNull @Valid RuleBody> rules,
        @Nullable Euros lightUpTo,
        @Nullable @Size(max = 64) String form,
        @Nullable Boolean blindReview,
        @Nullable @Valid AcceptanceBody acceptance,
        @Nullable @Valid ReportBody report,
        @Nullable Boolean deMinimis) {

    static final String ID = "[a-z0-9][a-z0-9-]{0,39}";
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_CONDITIONS = 5_000;

    /**
     * Where the money stands.
     *
     * @param account digits
     * @param serviceClass digits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BudgetLineBody(
            @Nullable LocalizedText source,
            @Nullable @Pattern(regexp = "[0-9]{1,10}") String account,
            @Nullable @Pattern(regexp = "[0-9]{1,10}") String serviceClass,
            @Nullable LocalizedText sector) {}

    /**
     * Which part of the costs can be granted.
     *
     * @param above {@code decided-separately} or {@code refused}
     */
    record ShareBody(
            @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid TierBody> tiers,
            @NotNull String above) {}

    /** A tier: what costs at most this much gets at most so many percent of it. */
    record TierBody(@NotNull Euros upTo, @NotNull @Min(1) @Max(100) Integer percent) {}

    /**
     * What is accepted.
     *
     * @param withinDays so many days after the decision is known
     * @param conditions by which conditions it is granted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AcceptanceBody(
            @Nullable @Min(1) @Max(365) Integer withinDays, @Nullable LocalizedText conditions) {}

    /**
     * What applications are scored by.
     *
     * @param mostPoints the most points a reviewer gives, 5 when left out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CriterionBody(
            @NotNull @Pattern(regexp = ID) String id,
            @NotNull LocalizedText text,
            @NotNull @Min(1) @Max(100) Integer weight,
            @Nullable @Min(1) @Max(100) Integer mostPoints) {

        Criterion read() {
            return new Criterion(
                    id,
                    text,
                    weight,
                    Objects.requireNonNullElse(mostPoints, Criterion.USUAL_POINTS));
        }

        static CriterionBody of(Criterion criterion) {
            return new CriterionBody(
                    criterion.id(),
                    criterion.text(),
                    criterion.weight(),
                    criterion.mostPoints() == Criterion.USUAL_POINTS
                            ? null
                            : criterion.mostPoints());
        }
    }

    /** A file that goes with an application. */
    record AttachmentBody(
            @NotNull @Pattern(regexp = ID) String id,
            @NotNull LocalizedText label,
            @Nullable Boolean firstTimeOnly) {}

    /** The grounds; what is wrong with them is noted. */
    Scheme read(Euros capPerApplication, FieldErrors errors) {
        GrantKind known = code(GrantKind.class, "scheme.kind", kind, errors);
        var scheme =
                new Scheme(
                        known == null ? GrantKind.GENERAL : known,
                        budgetLine(errors),
                        Boolean.TRUE.equals(continuous),
                        capPerApplicant,
                        capPerEvent,
                        share(errors),
                        PaymentBody.read(payment, errors),
                        or(criteria).stream().map(CriterionBody::read).toList(),
                        or(attachments).stream()
                                .map(
                                        each ->
                                                new RequiredAttachment(
                                                        each.id(),
                                                        each.label(),
                                                        Boolean.TRUE.equals(each.firstTimeOnly())))
                                .toList(),
                        RuleBody.read(or(rules), errors),
                        lightUpTo,
                        form,
                        Boolean.TRUE.equals(blindReview),
                        acceptance(errors),
                        ReportBody.read(report, errors),
                        Boolean.TRUE.equals(deMinimis));
        for (int i = 0; i < scheme.criteria().size(); i++) {
            errors.longest(
                    "scheme.criteria[" + i + "].text", scheme.criteria().get(i).text(), 1_000);
        }
        for (int i = 0; i < scheme.attachments().size(); i++) {
            errors.longest(
                    "scheme.attachments[" + i + "].label",
                    scheme.attachments().get(i).label(),
                    LONGEST_LINE);
        }
        if (errors.isEmpty()) {
            scheme.faults(capPerApplication).forEach(fault -> note(fault, errors));
        }
        return scheme;
    }

    private BudgetLine budgetLine(FieldErrors errors) {
        if (budgetLine == null) {
            return BudgetLine.UNTOLD;
        }
        errors.longest("scheme.budgetLine.source", budgetLine.source(), LONGEST_LINE)
                .longest("scheme.budgetLine.sector", budgetLine.sector(), LONGEST_LINE);
        return new BudgetLine(
                budgetLine.source(),
                budgetLine.account(),
                budgetLine.serviceClass(),
                budgetLine.sector());
    }

    private Acceptance acceptance(FieldErrors errors) {
        if (acceptance == null) {
            return Acceptance.USUAL;
        }
        var _ =
                errors.longest(
                        "scheme.acceptance.conditions",
                        acceptance.conditions(),
                        LONGEST_CONDITIONS);
        return new Acceptance(acceptance.withinDays(), acceptance.conditions());
    }

    private @Nullable FundingShare share(FieldErrors errors) {
        if (share == null) {
            return null;
        }
        var above = code(FundingShare.Above.class, "scheme.share.above", share.above(), errors);
        return new FundingShare(
                share.tiers().stream()
                        .map(each -> new FundingShare.Tier(each.upTo(), each.percent()))
                        .toList(),
                above == null ? FundingShare.Above.REFUSED : above);
    }

    private static void note(Scheme.Fault fault, FieldErrors errors) {
        String told =
                switch (fault.kind()) {
                    case NOT_POSITIVE -> "More than nothing";
                    case UNDER_CAP -> "At least the cap per application";
                    case TIERS_IN_DISORDER -> "Tiers rise, with shares of 1 to 100 percent";
                    case NOT_A_WHOLE -> "Together they make 100";
                    case TWICE -> "Two have this id";
                    case ONLY_LOANS_ARE_REPAID -> "A start-up loan is paid as a loan, no other";
                    case OUT_OF_RANGE ->
                            "1 to 120 parts, 1 to 12 months apart; 1 to 100 applications;"
                                    + " 1 to 1100 days, 0 to 100 percent";
                    case OVER_CAP -> "At most the cap per application";
                };
        var _ = errors.add("scheme." + fault.part(), WireCodes.of(fault.kind()), told);
    }

    static <E extends Enum<E>> @Nullable E code(
            Class<E> type, String field, String code, FieldErrors errors) {
        E constant = WireCodes.read(type, code).orElse(null);
        if (constant == null) {
            errors.add(field, "unknown", "One of " + WireCodes.all(type));
        }
        return constant;
    }

    private static <T> List<T> or(@Nullable List<T> given) {
        return Objects.requireNonNullElse(given, List.of());
    }

    static SchemeBody of(Scheme scheme) {
        BudgetLine line = scheme.budgetLine();
        FundingShare share = scheme.share();
        return new SchemeBody(
                WireCodes.of(scheme.kind()),
                line.equals(BudgetLine.UNTOLD)
                        ? null
                        : new BudgetLineBody(
                                line.source(), line.account(), line.serviceClass(), line.sector()),
                scheme.continuous(),
                scheme.capPerApplicant(),
                scheme.capPerEvent(),
                share == null
                        ? null
                        : new ShareBody(
                                share.tiers().stream()
                                        .map(each -> new TierBody(each.upTo(), each.percent()))
                                        .toList(),
                                WireCodes.of(share.above())),
                PaymentBody.of(scheme.payment()),
                scheme.criteria().stream().map(CriterionBody::of).toList(),
                scheme.attachments().stream()
                        .map(
                                each ->
                                        new AttachmentBody(
                                                each.id(), each.label(), each.firstTimeOnly()))
                        .toList(),
                scheme.rules().stream().map(RuleBody::of).toList(),
                scheme.lightUpTo(),
                scheme.form(),
                scheme.blindReview(),
                scheme.acceptance().equals(Acceptance.USUAL)
                        ? null
                        : new AcceptanceBody(
                                scheme.acceptance().withinDays(), scheme.acceptance().conditions()),
                ReportBody.of(scheme.report()),
                scheme.deMinimis() ? true : null);
    }
}
