package fi.kumppani.grants.scheme;

import fi.kumppani.grants.consortium.Partners;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * By which grounds a call grants, beside its budget and its cap.
 *
 * @param kind what kind of support it is
 * @param budgetLine where its money stands in the books
 * @param continuous whether applications are handled as they come (jatkuva haku), not by rounds
 * @param capPerApplicant the most one applicant can ask for in all its applications to the call
 * @param capPerEvent the most for each event
 * @param share which part of the costs can be granted; null for all of them
 * @param payment when and against what it is paid
 * @param criteria what applications are scored by; may be empty
 * @param attachments which files go with an application; may be empty
 * @param rules what else those who apply must fulfil; may be empty
 * @param lightUpTo up to which amount an application goes the light way, without attachments and
 *     without telling what everything costs; null for no light way
 * @param form the id of the form that applicants fill in; null for none
 * @param blindReview whether reviewers are not told who applies until the review round is closed
 * @param acceptance what who is granted something accepts, and until when
 * @param deMinimis whether what is granted is de minimis aid (Regulation (EU) 2023/2831), because
 *     it supports an economic activity
 * @param report what is reported of the use of a grant, and until when; null for nothing
 */
public record Scheme(
        GrantKind kind,
        BudgetLine budgetLine,
        boolean continuous,
        @Nullable Euros capPerApplicant,
        @Nullable Euros capPerEvent,
        @Nullable FundingShare share,
        PaymentTerms payment,
        List<Criterion> criteria,
        List<RequiredAttachment> attachments,
        List<EligibilityRule> rules,
        @Nullable Euros lightUpTo,
        @Nullable String form,
        boolean blindReview,
        Acceptance acceptance,
        @Nullable ReportTerms report,
        boolean deMinimis) {

    /** The grounds of calls that tell none. */
    public static final Scheme PLAIN = of(GrantKind.GENERAL);

    private static final int WHOLE = 100;
    private static final int MOST_APPLICATIONS = 100;

    /**
     * What is wrong with grounds.
     *
     * @param part the part at fault, such as {@code criteria[2].weight}
     * @param kind why
     */
    public record Fault(String part, Kind kind) {

        /** Why grounds do not hold together. */
        public enum Kind {
            /** Nothing could be granted. */
            NOT_POSITIVE,
            /** An applicant could get less than one application. */
            UNDER_CAP,
            /** Tiers do not rise, or a share is not of 1 to 100 percent. */
            TIERS_IN_DISORDER,
            /** Shares or weights do not make 100 together. */
            NOT_A_WHOLE,
            /** Two have the same id. */
            TWICE,
            /** A loan is paid back, and nothing else is. */
            ONLY_LOANS_ARE_REPAID,
            /** Too many, or none. */
            OUT_OF_RANGE,
            /** More than one application can be granted. */
            OVER_CAP
        }
    }

    /** The grounds of a call that tells its kind only; not of a loan, which says more. */
    public static Scheme of(GrantKind kind) {
        return new Scheme(
                kind,
                BudgetLine.UNTOLD,
                false,
                null,
                null,
                null,
                PaymentTerms.InAdvance.USUAL,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                false,
                Acceptance.USUAL,
                null,
                false);
    }

    /** Copies the lists. */
    public Scheme {
        criteria = List.copyOf(criteria);
        attachments = List.copyOf(attachments);
        rules = List.copyOf(rules);
    }

    /**
     * What is wrong with the grounds of a call; nothing when they hold together.
     *
     * @param capPerApplication the most one application can be granted
     */
    public List<Fault> faults(Euros capPerApplication) {
        List<Fault> found = new ArrayList<>();
        capFaults(capPerApplication, found);
        if (share != null && !share.isSound()) {
            found.add(new Fault("share.tiers", Fault.Kind.TIERS_IN_DISORDER));
        }
        paymentFaults(found);
        if (report != null && !report.isSound()) {
            found.add(new Fault("report", Fault.Kind.OUT_OF_RANGE));
        }
        if (!criteria.isEmpty() && criteria.stream().mapToInt(Criterion::weight).sum() != WHOLE) {
            found.add(new Fault("criteria", Fault.Kind.NOT_A_WHOLE));
        }
        twice("criteria", criteria.stream().map(Criterion::id).toList(), found);
        rules(found);
        twice("attachments", attachments.stream().map(RequiredAttachment::id).toList(), found);
        return found;
    }

    private void capFaults(Euros capPerApplication, List<Fault> found) {
        if (capPerEvent != null && capPerEvent.cents() == 0) {
            found.add(new Fault("capPerEvent", Fault.Kind.NOT_POSITIVE));
        }
        if (capPerApplicant != null && capPerApplication.exceeds(capPerApplicant)) {
            found.add(new Fault("capPerApplicant", Fault.Kind.UNDER_CAP));
        }
        if (lightUpTo != null && lightUpTo.exceeds(capPerApplication)) {
            found.add(new Fault("lightUpTo", Fault.Kind.OVER_CAP));
        }
    }

    private void paymentFaults(List<Fault> found) {
        if ((kind == GrantKind.START_UP_LOAN) != (payment instanceof PaymentTerms.AsLoan)) {
            found.add(new Fault("payment.mode", Fault.Kind.ONLY_LOANS_ARE_REPAID));
        }
        switch (payment) {
            case PaymentTerms.InInstalments(var percents, _)
                    when percents.stream().anyMatch(each -> each < 1)
                            || percents.stream().mapToInt(Integer::intValue).sum() != WHOLE ->
                    found.add(new Fault("payment.instalments", Fault.Kind.NOT_A_WHOLE));
            case PaymentTerms.AsLoan(var repayment, _) when !repayment.isSound() ->
                    found.add(new Fault("payment.repayment", Fault.Kind.OUT_OF_RANGE));
            case PaymentTerms.InInstalments _,
                    PaymentTerms.AsLoan _,
                    PaymentTerms.InAdvance _,
                    PaymentTerms.Afterwards _ -> {}
        }
    }

    private void rules(List<Fault> found) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            EligibilityRule rule = rules.get(i);
            Object sameness =
                    rule instanceof EligibilityRule.Declaration(var id, _) ? id : rule.getClass();
            if (!seen.add(sameness)) {
                found.add(new Fault("rules[" + i + "]", Fault.Kind.TWICE));
            }
            if (rule instanceof EligibilityRule.AtMost(var most)
                    && (most < 1 || most > MOST_APPLICATIONS)) {
                found.add(new Fault("rules[" + i + "].applications", Fault.Kind.OUT_OF_RANGE));
            }
            if (rule instanceof EligibilityRule.CostsByKind byKind && !byKind.isSound()) {
                found.add(new Fault("rules[" + i + "].costs", Fault.Kind.TWICE));
            }
            if (rule instanceof EligibilityRule.Together(var most)
                    && (most < 1 || most > Partners.MOST)) {
                found.add(new Fault("rules[" + i + "].partners", Fault.Kind.OUT_OF_RANGE));
            }
        }
    }

    private static void twice(String part, List<String> ids, List<Fault> found) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                found.add(new Fault(part + "[" + i + "].id", Fault.Kind.TWICE));
            }
        }
    }

    /** Whether nothing is granted to whom a report of an earlier grant is overdue of. */
    public boolean grantsNothingForOverdueReports() {
        return rules.stream().anyMatch(EligibilityRule.NoOverdueReport.class::isInstance);
    }

    /** The last day for receipts of what is paid afterwards; null for no day. */
    public @Nullable LocalDate receiptsBy() {
        return payment instanceof PaymentTerms.Afterwards(var by, _) ? by : null;
    }

    /** Whether nothing is paid to whom a report is overdue of. */
    public boolean stopsPaymentsForOverdueReports() {
        return report != null && report.overdueStopsPayments();
    }

    /** Whether an application for this amount goes the light way. */
    public boolean isLight(Euros requested) {
        return lightUpTo != null && !requested.exceeds(lightUpTo);
    }

    /** The same grounds with every day so many years later. */
    public Scheme later(int years) {
        return new Scheme(
                kind,
                budgetLine,
                continuous,
                capPerApplicant,
                capPerEvent,
                share,
                payment.later(years),
                criteria,
                attachments,
                rules,
                lightUpTo,
                form,
                blindReview,
                acceptance,
                report == null ? null : report.later(years),
                deMinimis);
    }

    /**
     * All that speaks against asking for these amounts; nothing when they can be asked for.
     *
     * @param capPerApplication the most one application can be granted
     */
    public List<Objection> objections(Ask ask, Euros capPerApplication) {
        List<Objection> found = new ArrayList<>();
        if (ask.requested().exceeds(capPerApplication)) {
            found.add(Objection.OVER_CAP);
        }
        if (capPerApplicant != null && ask.requested().exceeds(capPerApplicant)) {
            found.add(Objection.OVER_CAP_PER_APPLICANT);
        }
        if (capPerEvent != null
                && ask.requested().cents()
                        > Math.multiplyExact(capPerEvent.cents(), ask.events())) {
            found.add(Objection.OVER_CAP_PER_EVENT);
        }
        if (share != null) {
            Euros totalCost = ask.totalCost();
            if (totalCost == null) {
                if (!isLight(ask.requested())) {
                    found.add(Objection.TOTAL_COST_MISSING);
                }
            } else {
                switch (share.limit(totalCost)) {
                    case FundingShare.Limit.AtMost(var most) when ask.requested().exceeds(most) ->
                            found.add(Objection.OVER_SHARE);
                    case FundingShare.Limit.TooDear _ -> found.add(Objection.COSTS_TOO_HIGH);
                    case FundingShare.Limit.AtMost _, FundingShare.Limit.Separate _ -> {}
                }
            }
        }
        return List.copyOf(found);
    }
}
