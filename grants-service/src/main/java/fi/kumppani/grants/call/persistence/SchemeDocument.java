package fi.kumppani.grants.call.persistence;

import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.grants.scheme.Criterion;
import fi.kumppani.grants.scheme.FundingShare;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.grants.scheme.PaymentTerms;
import fi.kumppani.grants.scheme.Repayment;
import fi.kumppani.grants.scheme.RequiredAttachment;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.grants.scheme.WireCodes;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The grounds of a call as they are kept. */
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
        List<AttachmentPart> attachments) {

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
                scheme.criteria().stream()
                        .map(each -> new CriterionPart(each.id(), each.text(), each.weight()))
                        .toList(),
                scheme.attachments().stream()
                        .map(
                                each ->
                                        new AttachmentPart(
                                                each.id(), each.label(), each.firstTimeOnly()))
                        .toList());
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
                criteria.stream()
                        .map(each -> new Criterion(each.key(), each.text(), each.weight()))
                        .toList(),
                attachments.stream()
                        .map(
                                each ->
                                        new RequiredAttachment(
                                                each.key(), each.label(), each.firstTimeOnly()))
                        .toList());
    }

    private static @Nullable Long cents(@Nullable Euros amount) {
        return amount == null ? null : amount.cents();
    }

    private static @Nullable Euros euros(@Nullable Long cents) {
        return cents == null ? null : new Euros(cents);
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

    record CriterionPart(String key, LocalizedText text, int weight) {}

    record AttachmentPart(String key, LocalizedText label, boolean firstTimeOnly) {}
}
