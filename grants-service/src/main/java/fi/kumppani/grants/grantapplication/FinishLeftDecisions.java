package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.ledger.OpenLedgers;

import org.springframework.stereotype.Service;

/** Finds the decisions a crash left half made, and finishes them. */
@Service
public class FinishLeftDecisions extends LeftWork {

    private final UnfinishedApplications applications;
    private final OpenLedgers ledgers;
    private final FinishDecision finishDecision;

    FinishLeftDecisions(
            UnfinishedApplications applications,
            OpenLedgers ledgers,
            FinishDecision finishDecision) {
        this.applications = applications;
        this.ledgers = ledgers;
        this.finishDecision = finishDecision;
    }

    @Override
    public void finishAll() {
        applications.forEach(
                id ->
                        attempt(
                                id,
                                () -> {
                                    var _ = finishDecision.load(id);
                                }));
        ledgers.forEach(
                (id, ledger) ->
                        ledger.open()
                                .forEach(
                                        claim ->
                                                attempt(
                                                        claim.claimant(),
                                                        () -> finishDecision.finish(id, claim))));
    }
}
