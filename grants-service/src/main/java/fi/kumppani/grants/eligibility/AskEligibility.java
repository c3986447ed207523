package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.consortium.Partners;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody asks whether an association could apply, before any work is done. */
@Service
public class AskEligibility {

    private final GrantCalls calls;
    private final Applicants applicants;
    private final Ledgers ledgers;
    private final EarlierApplications earlier;
    private final OwedReports reports;
    private final Clock clock;

    AskEligibility(
            GrantCalls calls,
            Applicants applicants,
            Ledgers ledgers,
            EarlierApplications earlier,
            OwedReports reports,
            Clock clock) {
        this.calls = calls;
        this.applicants = applicants;
        this.ledgers = ledgers;
        this.earlier = earlier;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * What each rule answers; nothing is kept.
     *
     * @param partners who would apply together with the applicant
     * @return empty when there is no such call that takes applications
     */
    public Optional<Answered> ask(
            CallId call, AssociationId applicant, Partners partners, Plan plan) {
        return answer(
                call,
                plan,
                (terms, now) ->
                        circumstances(
                                call,
                                terms,
                                applicant,
                                partners,
                                earlier.of(applicant, terms.year()),
                                Set.of(),
                                now));
    }

    /**
     * What each rule answers to somebody who says of an association only what everybody may know of
     * it; nothing is looked up about any association, and nothing is kept. What the municipality
     * knows about its applicants stays open.
     *
     * @return empty when there is no such call that takes applications
     */
    public Optional<Answered> askForAnybody(CallId call, Anybody anybody, Plan plan) {
        return answer(
                        call,
                        plan,
                        (_, now) ->
                                new Circumstances(
                                        now,
                                        Tenancy.current(),
                                        call,
                                        Optional.of(anybody.atBest(Tenancy.current())),
                                        hasMoney(call),
                                        List.of(),
                                        null,
                                        Companions.NONE))
                .map(
                        answered ->
                                new Answered(
                                        answered.terms(),
                                        answered.judgements().stream()
                                                .map(anybody::asFarAsSaid)
                                                .toList()));
    }

    private Optional<Answered> answer(
            CallId call, Plan plan, BiFunction<CallTerms, Instant, Circumstances> circumstances) {
        return calls.announced(call)
                .filter(found -> !found.isImported())
                .map(GrantCall.Announced::terms)
                .map(
                        terms ->
                                new Answered(
                                        terms,
                                        EligibilityRules.judge(
                                                terms,
                                                plan,
                                                circumstances.apply(terms, clock.instant()))));
    }

    private boolean hasMoney(CallId call) {
        return ledgers.find(new LedgerId(call.value()))
                .filter(ledger -> ledger.available().cents() > 0)
                .isPresent();
    }

    /**
     * What is true about an applicant and a call.
     *
     * @param terms of the call
     * @param partners who applies together with the applicant
     * @param others what else the applicant has applied for in the call's year
     * @param atHand the ids of applications that do not count among what partners applied for, for
     *     they are the one that is asked about
     */
    public Circumstances circumstances(
            CallId call,
            CallTerms terms,
            AssociationId applicant,
            Partners partners,
            List<Earlier> others,
            Set<String> atHand,
            Instant now) {
        boolean asksForReports = terms.scheme().grantsNothingForOverdueReports();
        List<AssociationId> all =
                Stream.concat(Stream.of(applicant), partners.ids().stream()).toList();
        Map<AssociationId, Applicant> known = applicants.findAll(all);
        Map<AssociationId, OwedReports.Overdue> overdue =
                asksForReports
                        ? reports.overdue(all, FinnishTime.dayOf(now))
                        : Map.<AssociationId, OwedReports.Overdue>of();
        return new Circumstances(
                now,
                Tenancy.current(),
                call,
                Optional.ofNullable(known.get(applicant)),
                hasMoney(call),
                others,
                Optional.ofNullable(overdue.get(applicant))
                        .map(OwedReports.Overdue::since)
                        .orElse(null),
                new Companions(
                        partners,
                        known,
                        overdue.keySet().stream()
                                .filter(each -> !each.equals(applicant))
                                .collect(Collectors.toSet()),
                        ofPartners(terms, partners, atHand)));
    }

    private Map<AssociationId, List<Earlier>> ofPartners(
            CallTerms terms, Partners partners, Set<String> atHand) {
        return terms.scheme().capPerApplicant() == null
                ? Map.of()
                : partners.ids().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        each -> each,
                                        each ->
                                                earlier.of(each, terms.year()).stream()
                                                        .filter(
                                                                other ->
                                                                        !atHand.contains(
                                                                                other
                                                                                        .application()))
                                                        .toList()));
    }

    /**
     * What was answered.
     *
     * @param terms of the call
     * @param judgements in the order of the rules
     */
    public record Answered(CallTerms terms, List<Judgement> judgements) {}
}
