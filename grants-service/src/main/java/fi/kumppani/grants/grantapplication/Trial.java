package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.time.FinnishTime;

import java.time.Instant;
import java.util.Optional;

/** Whether a verdict could be given as an application stands; money is another question. */
public final class Trial {

    private static final DecisionId KEPT_NOWHERE = new DecisionId("trial");

    private Trial() {}

    /** What is in the way. */
    public static Optional<Refusal> obstacle(
            GrantApplication application, Verdict verdict, CallTerms terms, Instant now) {
        return switch (application) {
            case GrantApplication.Draft _ -> Optional.of(Refusal.NOT_SUBMITTED);
            case GrantApplication.Withdrawn _ -> Optional.of(Refusal.WITHDRAWN);
            case GrantApplication.Transferred _ -> Optional.of(Refusal.TRANSFERRED);
            case GrantApplication.Deciding _,
                    GrantApplication.Decided _,
                    GrantApplication.Revising _ ->
                    Optional.of(Refusal.ALREADY_DECIDED);
            case GrantApplication.Supplementing waiting ->
                    waiting.supplement().isOver(now)
                            ? obstacle(waiting.handle(), verdict, terms, now)
                            : Optional.of(Refusal.BEING_SUPPLEMENTED);
            case GrantApplication.Submitted submitted ->
                    submitted.decide(KEPT_NOWHERE, request(verdict, now), terms)
                                    instanceof GrantApplication.Deliberation.Refused(var reason)
                            ? Optional.of(reason)
                            : Optional.empty();
        };
    }

    private static DecisionRequest request(Verdict verdict, Instant now) {
        return new DecisionRequest(
                verdict,
                DecisionMaker.SOME_OFFICIAL,
                "",
                FinnishTime.dayOf(now),
                new Creation("", ""));
    }
}
