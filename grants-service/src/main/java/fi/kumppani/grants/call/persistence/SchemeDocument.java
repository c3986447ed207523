package fi.kumppani.grants.call.persistence;

import fi.kumppani.grants.scheme.Acceptance;
import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.grants.scheme.CostCategory;
import fi.kumppani.grants.scheme.Criterion;
import fi.kumppani.grants.scheme.EligibilityRule;
import fi.kumppani.grants.scheme.FundingShare;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.grants.scheme.PaymentTerms;
import fi.kumppani.grants.scheme.Repayment;
import fi.kumppani.grants.scheme.ReportTerms;
import fi.kumppani.grants.scheme.RequiredAttachment;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The grounds of a call as they are kept.
 *
 * @param acceptance absent in calls from before it was asked for
 * @param report absent when none is asked for
 */
record SchemeDocument(
        String kind,
        @Nullable LocalizedText source,
        @Nullable String account,
        @Nullable String serviceClass,
        @Nullable LocalizedText sector,
        boolean continuous,
        @Nullable Long capPerApplicantCents,
        @Nullable Long capPerEventCents,
        @Nullable SharePart share,
        PaymentPart payment,
        List<CriterionPart> criteria,
        List<AttachmentPart> attachments,
        @Nullable List<RulePart> rules,
        @Nullable Long lightUpToCents,
        @Nullable String form,
        @Nullable Boolean blindReview,
        @Nullable AcceptancePart acceptance,
        @Nullable ReportPart report,
        @Nullable Boolean deMinimis) {

    static SchemeDocument from(Scheme scheme) {
        BudgetLine line = scheme.budgetLine();
        return new SchemeDocument(
                WireCodes.of(scheme.kind()),
                line.source(),
                line.account(),
                line.serviceClass(),
                line.sector(),
                scheme.continuous(),
                cents(scheme.capPerApplicant()),
                cents(scheme.capPerEvent()),
                scheme.share() == null ? null : SharePart.from(scheme.share()),
                PaymentPart.from(scheme.payment()),
                scheme.criteria().stream().map(CriterionPart::from).toList(),
                scheme.attachments().stream()
                        .map(
                                each ->
                                        new AttachmentPart(
                                                each.id(), each.label(), each.firstTimeOnly()))
                        .toList(),
                scheme.rules().stream().map(RulePart::from).toList(),
                cents(scheme.lightUpTo()),
                scheme.form(),
                scheme.blindReview(),
                AcceptancePart.from(scheme.acceptance()),
                scheme.report() == null ? null : ReportPart.from(scheme.report()),
                scheme.deMinimis() ? true : null);
    }

    Scheme toDomain() {
        return new Scheme(
                WireCodes.read(GrantKind.class, kind).orElseThrow(),
                new BudgetLine(source, account, serviceClass, sector),
                continuous,
                euros(capPerApplicantCents),
                euros(capPerEventCents),
                share == null ? null : share.toDomain(),
                payment.toDomain(),
                criteria.stream().map(CriterionPart::toDomain).toList(),
                attachments.stream()
                        .map(
                                each ->
                                        new RequiredAttachment(
                                                each.key(), each.label(), each.firstTimeOnly()))
                        .toList(),
                Objects.requireNonNullElse(rules, List.<RulePart>of()).stream()
                        .map(RulePart::toDomain)
                        .toList(),
                euros(lightUpToCents),
                form,
                Boolean.TRUE.equals(blindReview),
                acceptance == null ? Acceptance.USUAL : acceptance.toDomain(),
                report == null ? null : report.toDomain(),
                Boolean.TRUE.equals(deMinimis));
    }

    private static @Nullable Long cents(@Nullable Euros amount) {
        return amount == null ? null : amount.cents();
    }

    private static @Nullable Euros euros(@Nullable Long cents) {
        return cents == null ? null : new Euros(cents);
    }

    /** What is accepted. */
    record AcceptancePart(@Nullable Integer withinDays, @Nullable LocalizedText conditions) {

        static AcceptancePart from(Acceptance acceptance) {
            return new AcceptancePart(acceptance.withinDays(), acceptance.conditions());
        }

        Acceptance toDomain() {
            return new Acceptance(withinDays, conditions);
        }
    }

    /**
     * What is reported; one of the three that say until when is there.
     *
     * @param dueOn a day that is the same for all
     */
    record ReportPart(
            @Nullable LocalDate dueOn,
            @Nullable Integer daysAfterDecision,
            @Nullable Integer daysAfterPayment,
            int samplePercent,
            boolean overdueStopsPayments) {

        static ReportPart from(ReportTerms report) {
            int sample = report.samplePercent();
            boolean stops = report.overdueStopsPayments();
            return switch (report.due()) {
                case ReportTerms.Due.By(var day) -> new ReportPart(day, null, null, sample, stops);
                case ReportTerms.Due.AfterDecision(var days) ->
                        new ReportPart(null, days, null, sample, stops);
                case ReportTerms.Due.AfterPayment(var days) ->
                        new ReportPart(null, null, days, sample, stops);
            };
        }

        ReportTerms toDomain() {
            return new ReportTerms(due(), samplePercent, overdueStopsPayments);
        }

        private ReportTerms.Due due() {
            if (dueOn != null) {
                return new ReportTerms.Due.By(dueOn);
            }
            return daysAfterDecision != null
                    ? new ReportTerms.Due.AfterDecision(daysAfterDecision)
                    : new ReportTerms.Due.AfterPayment(Objects.requireNonNull(daysAfterPayment));
        }
    }

    record SharePart(List<TierPart> tiers, String above) {

        static SharePart from(FundingShare share) {
            return new SharePart(
                    share.tiers().stream()
                            .map(each -> new TierPart(each.upTo().cents(), each.percent()))
                            .toList(),
                    WireCodes.of(share.above()));
        }

        FundingShare toDomain() {
            return new FundingShare(
                    tiers.stream()
                            .map(
                                    each ->
                                            new FundingShare.Tier(
                                                    new Euros(each.upToCents()), each.percent()))
                            .toList(),
                    WireCodes.read(FundingShare.Above.class, above).orElseThrow());
        }
    }

    record TierPart(long upToCents, int percent) {}

    /**
     * How it is paid.
     *
     * @param percents of instalments; else absent
     * @param receiptsBy of payment afterwards, if there is a day
     * @param repayment of a loan; else absent
     */
    record PaymentPart(
            String mode,
            boolean onlyWhenFinal,
            @Nullable List<Integer> percents,
            @Nullable LocalDate receiptsBy,
            @Nullable RepaymentPart repayment) {

        private static final String IN_ADVANCE = "in-advance";
        private static final String INSTALMENTS = "instalments";
        private static final String AFTERWARDS = "afterwards";
        private static final String LOAN = "loan";

        static PaymentPart from(PaymentTerms payment) {
            return switch (payment) {
                case PaymentTerms.InAdvance(var wait) ->
                        new PaymentPart(IN_ADVANCE, wait, null, null, null);
                case PaymentTerms.InInstalments(var percents, var wait) ->
                        new PaymentPart(INSTALMENTS, wait, percents, null, null);
                case PaymentTerms.Afterwards(var by, var wait) ->
                        new PaymentPart(AFTERWARDS, wait, null, by, null);
                case PaymentTerms.AsLoan(Repayment(var first, var parts, var months), var wait) ->
                        new PaymentPart(
                                LOAN, wait, null, null, new RepaymentPart(first, parts, months));
            };
        }

        PaymentTerms toDomain() {
            return switch (mode) {
                case IN_ADVANCE -> new PaymentTerms.InAdvance(onlyWhenFinal);
                case INSTALMENTS ->
                        new PaymentTerms.InInstalments(
                                Objects.requireNonNull(percents), onlyWhenFinal);
                case AFTERWARDS -> new PaymentTerms.Afterwards(receiptsBy, onlyWhenFinal);
                case LOAN -> {
                    RepaymentPart plan = Objects.requireNonNull(repayment);
                    yield new PaymentTerms.AsLoan(
                            new Repayment(plan.firstOn(), plan.parts(), plan.everyMonths()),
                            onlyWhenFinal);
                }
                default -> throw new IllegalStateException("An unknown payment is kept: " + mode);
            };
        }
    }

    record RepaymentPart(LocalDate firstOn, int parts, int everyMonths) {}

    record CriterionPart(String key, LocalizedText text, int weight, @Nullable Integer mostPoints) {

        static CriterionPart from(Criterion criterion) {
            return new CriterionPart(
                    criterion.id(), criterion.text(), criterion.weight(), criterion.mostPoints());
        }

        Criterion toDomain() {
            return new Criterion(
                    key,
                    text,
                    weight,
                    Objects.requireNonNullElse(mostPoints, Criterion.USUAL_POINTS));
        }
    }

    record AttachmentPart(String key, LocalizedText label, boolean firstTimeOnly) {}

    /**
     * A rule for those who apply.
     *
     * @param key of a declaration; else absent
     * @param statement of a declaration; else absent
     * @param kinds of the calls of which one may be applied to; else absent
     * @param applications how many may be sent; else absent
     * @param partners how many may apply together with the applicant; else absent
     * @param costs which kinds of costs are accepted; else absent
     */
    record RulePart(
            String rule,
            @Nullable String key,
            @Nullable LocalizedText statement,
            @Nullable List<String> kinds,
            @Nullable Integer applications,
            @Nullable Integer partners,
            @Nullable List<CostsPart> costs) {

        private static final String HOME_HERE = "home-here";
        private static final String DECLARATION = "declaration";
        private static final String NOT_BEGUN = "not-begun";
        private static final String WITHIN_YEAR = "within-year";
        private static final String ONE_CALL_OF = "one-call-of";
        private static final String AT_MOST = "at-most";
        private static final String NO_OVERDUE_REPORT = "no-overdue-report";
        private static final String TOGETHER = "together";
        private static final String COSTS_BY_KIND = "costs-by-kind";

        static RulePart from(EligibilityRule rule) {
            return switch (rule) {
                case EligibilityRule.HomeHere _ -> plain(HOME_HERE);
                case EligibilityRule.Declaration(var id, var statement) ->
                        new RulePart(DECLARATION, id, statement, null, null, null, null);
                case EligibilityRule.NotBegun _ -> plain(NOT_BEGUN);
                case EligibilityRule.WithinYear _ -> plain(WITHIN_YEAR);
                case EligibilityRule.OneCallOf(var kinds) ->
                        new RulePart(
                                ONE_CALL_OF,
                                null,
                                null,
                                kinds.stream().map(WireCodes::of).sorted().toList(),
                                null,
                                null,
                                null);
                case EligibilityRule.AtMost(var most) ->
                        new RulePart(AT_MOST, null, null, null, most, null, null);
                case EligibilityRule.NoOverdueReport _ -> plain(NO_OVERDUE_REPORT);
                case EligibilityRule.Together(var most) ->
                        new RulePart(TOGETHER, null, null, null, null, most, null);
                case EligibilityRule.CostsByKind(var accepted) ->
                        new RulePart(
                                COSTS_BY_KIND,
                                null,
                                null,
                                null,
                                null,
                                null,
                                accepted.stream().map(CostsPart::from).toList());
            };
        }

        private static RulePart plain(String rule) {
            return new RulePart(rule, null, null, null, null, null, null);
        }

        EligibilityRule toDomain() {
            return switch (rule) {
                case HOME_HERE -> new EligibilityRule.HomeHere();
                case DECLARATION ->
                        new EligibilityRule.Declaration(
                                Objects.requireNonNull(key), Objects.requireNonNull(statement));
                case NOT_BEGUN -> new EligibilityRule.NotBegun();
                case WITHIN_YEAR -> new EligibilityRule.WithinYear();
                case NO_OVERDUE_REPORT -> new EligibilityRule.NoOverdueReport();
                case ONE_CALL_OF ->
                        new EligibilityRule.OneCallOf(
                                Objects.requireNonNull(kinds).stream()
                                        .map(
                                                code ->
                                                        WireCodes.read(GrantKind.class, code)
                                                                .orElseThrow())
                                        .collect(Collectors.toUnmodifiableSet()));
                case AT_MOST -> new EligibilityRule.AtMost(Objects.requireNonNull(applications));
                case TOGETHER -> new EligibilityRule.Together(Objects.requireNonNull(partners));
                case COSTS_BY_KIND ->
                        new EligibilityRule.CostsByKind(
                                Objects.requireNonNull(costs).stream()
                                        .map(CostsPart::toDomain)
                                        .toList());
                default -> throw new IllegalStateException("An unknown rule is kept: " + rule);
            };
        }
    }

    /** Costs that are accepted. */
    record CostsPart(String category, @Nullable Long mostCents) {

        static CostsPart from(EligibilityRule.AcceptedCosts accepted) {
            return new CostsPart(
                    WireCodes.of(accepted.category()),
                    accepted.most() == null ? null : accepted.most().cents());
        }

        EligibilityRule.AcceptedCosts toDomain() {
            return new EligibilityRule.AcceptedCosts(
                    WireCodes.read(CostCategory.class, category).orElseThrow(),
                    mostCents == null ? null : new Euros(mostCents));
        }
    }
}
