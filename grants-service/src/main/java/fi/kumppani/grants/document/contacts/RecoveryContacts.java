package fi.kumppani.grants.document.contacts;

import fi.kumppani.grants.grantapplication.DecidedContacts;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.laterdecision.LaterDecision;
import fi.kumppani.grants.laterdecision.LaterDecisions;
import fi.kumppani.grants.notification.LaterDecisionId;
import fi.kumppani.grants.recovery.Hearing;
import fi.kumppani.grants.recovery.Recoveries;
import fi.kumppani.grants.recovery.RecoveryClaim;
import fi.kumppani.kit.contacts.Contact;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.contacts.ContactSource;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the mails about claiming back go to: that a grantee may say something before it is decided,
 * and what was decided. A claim that is given up meanwhile is mailed to nobody.
 */
@Component
class RecoveryContacts implements ContactSource {

    private static final String PROPOSED = "grant-recovery-proposed";
    private static final String DECIDED = "grant-recovery-decided";

    private final Recoveries recoveries;
    private final LaterDecisions decisions;
    private final DecidedContacts contacts;
    private final DocumentTargets targets;

    RecoveryContacts(
            Recoveries recoveries,
            LaterDecisions decisions,
            DecidedContacts contacts,
            DocumentTargets targets) {
        this.recoveries = recoveries;
        this.decisions = decisions;
        this.contacts = contacts;
        this.targets = targets;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PROPOSED, DECIDED);
    }

    @Override
    public Map<String, Contact> find(List<ContactRequest> requests) {
        return contacts.find(requests, this::told);
    }

    private Optional<DecidedContacts.Told> told(String kind, GrantApplication.Decided decided) {
        return kind.equals(PROPOSED) ? proposed(decided) : decided(decided);
    }

    private Optional<DecidedContacts.Told> proposed(GrantApplication.Decided decided) {
        return recoveries.of(decided.filing().id()).body().claims().reversed().stream()
                .filter(claim -> claim.stage() instanceof RecoveryClaim.Stage.Proposed)
                .flatMap(claim -> hearing(claim).stream())
                .findFirst();
    }

    private static Optional<DecidedContacts.Told> hearing(RecoveryClaim claim) {
        return claim.hearing() instanceof Hearing.Offered(var until, _)
                ? Optional.of(
                        DecidedContacts.Told.of(
                                Map.of("recover", claim.amount(), "answerBy", until)))
                : Optional.empty();
    }

    private Optional<DecidedContacts.Told> decided(GrantApplication.Decided decided) {
        return decisions
                .last(decided.filing().id(), LaterDecisionId.Kind.RECOVERY)
                .filter(LaterDecision.OnRecovery.class::isInstance)
                .map(LaterDecision.OnRecovery.class::cast)
                .map(
                        each ->
                                new DecidedContacts.Told(
                                        targets.of(decided, each),
                                        Map.of(
                                                "recover",
                                                each.claim().amount(),
                                                "decidedOn",
                                                each.decidedOn(),
                                                "payBy",
                                                each.decision().dueOn())));
    }
}
