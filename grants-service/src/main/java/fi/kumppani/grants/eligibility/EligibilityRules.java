package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.Round;
import fi.kumppani.grants.scheme.Ask;
import fi.kumppani.grants.scheme.CostPlan;
import fi.kumppani.grants.scheme.EligibilityRule;
import fi.kumppani.grants.scheme.FundingShare;
import fi.kumppani.grants.scheme.Objection;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of one call. All of them answer, each for itself, so that somebody learns at once of
 * everything that stands in the way; an application is taken when every one says yes.
 */
public final class EligibilityRules {

    private static final Answer YES = new Answer.Yes();

    private final CallTerms terms;
    private final Plan plan;
    private final Circumstances circumstances;

    private EligibilityRules(CallTerms terms, Plan plan, Circumstances circumstances) {
        this.terms = terms;
        this.plan = plan;
        this.circumstances = circumstances;
    }

    /** What each rule of the call answers, the usual ones first. */
    public static List<Judgement> judge(CallTerms terms, Plan plan, Circumstances circumstances) {
        return new EligibilityRules(terms, plan, circumstances).judge();
    }

    private List<Judgement> judge() {
        List<Judgement> all = new ArrayList<>();
        all.add(Judgement.of(Ground.CALL_OPEN, open()));
        if (terms.roundAt(circumstances.now()).filter(Round::onlyIfMoneyIsLeft).isPresent()) {
            all.add(
                    Judgement.of(
                            Ground.MONEY_LEFT,
                            circumstances.moneyIsLeft() ? YES : no(Reason.MONEY_SPENT)));
        }
        applicant(all);
        terms.scheme().rules().forEach(rule -> all.add(judge(rule)));
        if (circumstances.companions().count() > 0 && !has(EligibilityRule.Together.class)) {
            all.add(Judgement.of(Ground.TOGETHER, no(Reason.NO_CONSORTIUM)));
        }
        amounts(all);
        return List.copyOf(all);
    }

    private Answer open() {
        if (terms.isOpen(circumstances.now())) {
            return YES;
        }
        return no(
                terms.opensLater(circumstances.now())
                        ? Reason.CALL_NOT_OPEN_YET
                        : Reason.CALL_CLOSED);
    }

    private void applicant(List<Judgement> all) {
        Optional<Applicant> applicant = circumstances.applicant();
        all.add(
                Judgement.of(
                        Ground.ASSOCIATION_KNOWN,
                        applicant.isPresent() ? YES : no(Reason.ASSOCIATION_UNKNOWN)));
        all.add(
                Judgement.of(
                        Ground.ASSOCIATION_ACTIVE,
                        when(applicant.filter(Applicant::active), Reason.ASSOCIATION_NOT_ACTIVE)));
        all.add(
                Judgement.of(
                        Ground.ASSOCIATION_FORM,
                        when(
                                applicant.filter(
                                        each -> terms.eligibleForms().contains(each.form())),
                                Reason.FORM_NOT_ELIGIBLE)));
    }

    private Judgement judge(EligibilityRule rule) {
        return switch (rule) {
            case EligibilityRule.HomeHere _ ->
                    Judgement.of(
                            Ground.HOME_HERE,
                            when(
                                    circumstances
                                            .applicant()
                                            .filter(
                                                    each ->
                                                            each.homeMunicipality()
                                                                    .equals(circumstances.here())),
                                    Reason.HOME_ELSEWHERE));
            case EligibilityRule.Declaration(var id, var statement) ->
                    new Judgement(
                            Ground.DECLARATION,
                            id,
                            statement,
                            plan.declared().contains(id)
                                    ? YES
                                    : new Answer.Open("declared", Reason.NOT_DECLARED));
            case EligibilityRule.NotBegun _ -> Judgement.of(Ground.NOT_BEGUN, notBegun());
            case EligibilityRule.WithinYear _ -> Judgement.of(Ground.WITHIN_YEAR, withinYear());
            case EligibilityRule.OneCallOf one ->
                    Judgement.of(
                            Ground.ONE_CALL_OF,
                            isFundedFromAnother(one) ? no(Reason.FUNDED_FROM_ANOTHER_CALL) : YES);
            case EligibilityRule.AtMost(var most) ->
                    Judgement.of(
                            Ground.AT_MOST,
                            ownToThisCall() >= most ? no(Reason.ALREADY_APPLIED) : YES);
            case EligibilityRule.Together(var most) ->
                    Judgement.of(Ground.TOGETHER, together(most));
            case EligibilityRule.CostsByKind byKind ->
                    Judgement.of(Ground.COSTS_BY_KIND, costs(byKind));
            case EligibilityRule.NoOverdueReport _ ->
                    Judgement.of(
                            Ground.NO_OVERDUE_REPORT,
                            circumstances.overdueSince() == null ? YES : no(Reason.REPORT_OVERDUE));
        };
    }

    private Answer costs(EligibilityRule.CostsByKind byKind) {
        CostPlan told = plan.costs();
        Euros requested = plan.requested();
        if (told == null) {
            return requested != null && terms.scheme().isLight(requested)
                    ? YES
                    : new Answer.Open("costPlan", Reason.COSTS_MISSING);
        }
        if (!told.costs().stream().allMatch(each -> byKind.accepted(each.category()).isPresent())) {
            return no(Reason.COST_NOT_ACCEPTED);
        }
        Euros most = byKind.most(told);
        return requested != null && requested.exceeds(most)
                ? new Answer.No(Reason.OVER_ACCEPTED_COSTS, most)
                : YES;
    }

    private Answer together(int most) {
        Companions companions = circumstances.companions();
        if (companions.count() > most) {
            return no(Reason.TOO_MANY_PARTNERS);
        }
        if (!companions.owing().isEmpty()
                || !companions.all().stream()
                        .allMatch(each -> each.filter(this::may).isPresent())) {
            return no(Reason.PARTNER_NOT_ELIGIBLE);
        }
        return companions.partners().haveJoined()
                ? YES
                : new Answer.Open("partners", Reason.PARTNER_NOT_JOINED);
    }

    /** Whether it could apply alone, its sums and its other applications apart. */
    private boolean may(Applicant partner) {
        return partner.active()
                && terms.eligibleForms().contains(partner.form())
                && (!has(EligibilityRule.HomeHere.class)
                        || partner.homeMunicipality().equals(circumstances.here()));
    }

    private boolean has(Class<? extends EligibilityRule> rule) {
        return terms.scheme().rules().stream().anyMatch(rule::isInstance);
    }

    private Answer notBegun() {
        LocalDate begins = plan.beginsOn();
        if (begins == null) {
            return new Answer.Open("beginsOn", Reason.DATES_MISSING);
        }
        LocalDate today = FinnishTime.dayOf(circumstances.now());
        return begins.isAfter(today) ? YES : no(Reason.ALREADY_BEGUN);
    }

    private Answer withinYear() {
        LocalDate begins = plan.beginsOn();
        LocalDate ends = plan.endsOn();
        if (begins == null || ends == null) {
            return new Answer.Open(begins == null ? "beginsOn" : "endsOn", Reason.DATES_MISSING);
        }
        return begins.getYear() == terms.year() && ends.getYear() == terms.year()
                ? YES
                : no(Reason.OUTSIDE_YEAR);
    }

    private boolean isFundedFromAnother(EligibilityRule.OneCallOf one) {
        return circumstances.others().stream()
                .anyMatch(
                        each ->
                                !each.asPartner()
                                        && one.counts(each.kind())
                                        && !each.call().equals(circumstances.call()));
    }

    private long ownToThisCall() {
        return circumstances.others().stream()
                .filter(each -> !each.asPartner() && each.call().equals(circumstances.call()))
                .count();
    }

    private void amounts(List<Judgement> all) {
        Scheme scheme = terms.scheme();
        Ask ask = plan.ask();
        Euros cap = terms.capPerApplication();
        List<Objection> against = ask == null ? List.of() : scheme.objections(ask, cap);
        all.add(Judgement.of(Ground.CAP, amount(ask, against, Objection.OVER_CAP, cap)));
        Euros perApplicant = scheme.capPerApplicant();
        if (perApplicant != null) {
            all.add(Judgement.of(Ground.CAP_PER_APPLICANT, perApplicant(ask, perApplicant)));
        }
        Euros perEvent = scheme.capPerEvent();
        if (perEvent != null) {
            Euros most =
                    new Euros(Math.min(perEvent.cents() * plan.events(), terms.budget().cents()));
            all.add(
                    Judgement.of(
                            Ground.CAP_PER_EVENT,
                            amount(ask, against, Objection.OVER_CAP_PER_EVENT, most)));
        }
        if (scheme.share() != null) {
            all.add(Judgement.of(Ground.SHARE, share(scheme.share(), ask, against)));
        }
    }

    private static Answer amount(
            @Nullable Ask ask, List<Objection> against, Objection objection, Euros most) {
        if (ask == null) {
            return new Answer.Open("requested", Reason.because(objection));
        }
        return against.contains(objection) ? new Answer.No(Reason.because(objection), most) : YES;
    }

    private Answer perApplicant(@Nullable Ask ask, Euros most) {
        if (ask == null) {
            return new Answer.Open("requested", Reason.OVER_CAP_PER_APPLICANT);
        }
        return Stream.concat(
                                Stream.of(circumstances.others()),
                                circumstances.companions().others().values().stream())
                        .allMatch(
                                others ->
                                        CapPerApplicant.holds(
                                                terms,
                                                circumstances.call(),
                                                ask.requested(),
                                                others))
                ? YES
                : new Answer.No(Reason.OVER_CAP_PER_APPLICANT, most);
    }

    private static Answer share(FundingShare share, @Nullable Ask ask, List<Objection> against) {
        if (ask == null) {
            return new Answer.Open("requested", Reason.OVER_SHARE);
        }
        Euros totalCost = ask.totalCost();
        if (against.contains(Objection.TOTAL_COST_MISSING)) {
            return new Answer.Open("totalCost", Reason.TOTAL_COST_MISSING);
        }
        if (against.contains(Objection.COSTS_TOO_HIGH)) {
            return no(Reason.COSTS_TOO_HIGH);
        }
        return against.contains(Objection.OVER_SHARE)
                        && totalCost != null
                        && share.limit(totalCost) instanceof FundingShare.Limit.AtMost(var most)
                ? new Answer.No(Reason.OVER_SHARE, most)
                : YES;
    }

    private static Answer when(Optional<?> fulfilled, Reason otherwise) {
        return fulfilled.isPresent() ? YES : no(otherwise);
    }

    private static Answer no(Reason because) {
        return new Answer.No(because, null);
    }
}
