package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.ledger.OpenLedgers;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Finds the decisions a crash left half made, and finishes them. */
@Service
public class FinishLeftDecisions implements LeftWork {

    private static final Logger log = LoggerFactory.getLogger(FinishLeftDecisions.class);

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
                                id.value(),
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

    private static void attempt(String application, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn(
                    "The decision of application {} could not be finished: {}",
                    application,
                    e.getClass().getSimpleName());
        }
    }
}
