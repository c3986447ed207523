package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody asks whether an association could apply, before any work is done. */
@Service
public class AskEligibility {

    private final GrantCalls calls;
    private final Applicants applicants;
    private final Ledgers ledgers;
    private final EarlierApplications earlier;
    private final Clock clock;

    AskEligibility(
            GrantCalls calls,
            Applicants applicants,
            Ledgers ledgers,
            EarlierApplications earlier,
            Clock clock) {
        this.calls = calls;
        this.applicants = applicants;
        this.ledgers = ledgers;
        this.earlier = earlier;
        this.clock = clock;
    }

    /**
     * What each rule answers; nothing is kept.
     *
     * @return empty when there is no such call that takes applications
     */
    public Optional<Answered> ask(CallId call, AssociationId applicant, Plan plan) {
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
                                                circumstances(
                                                        call,
                                                        applicant,
                                                        earlier.of(applicant, terms.year()),
                                                        clock.instant()))));
    }

    /**
     * What is true about an applicant and a call.
     *
     * @param others what else the applicant has applied for in the call's year
     */
    public Circumstances circumstances(
            CallId call, AssociationId applicant, List<Earlier> others, Instant now) {
        return new Circumstances(
                now,
                Tenancy.current(),
                call,
                applicants.find(applicant),
                ledgers.find(new LedgerId(call.value()))
                        .filter(ledger -> ledger.available().cents() > 0)
                        .isPresent(),
                others);
    }

    /**
     * What was answered.
     *
     * @param terms of the call
     * @param judgements in the order of the rules
     */
    public record Answered(CallTerms terms, List<Judgement> judgements) {}
}
