package fi.kumppani.grants.document.contacts;

import fi.kumppani.grants.grantapplication.DecidedContacts;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.laterdecision.LaterDecision;
import fi.kumppani.grants.laterdecision.LaterDecisions;
import fi.kumppani.grants.notification.LaterDecisionId;
import fi.kumppani.kit.contacts.Contact;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.contacts.ContactSource;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom the mails go to about what became of a request to change the terms of a grant. */
@Component
class ChangeContacts implements ContactSource {

    private static final String RULED = "grant-change-ruled";

    private final LaterDecisions decisions;
    private final DecidedContacts contacts;
    private final DocumentTargets targets;

    ChangeContacts(LaterDecisions decisions, DecidedContacts contacts, DocumentTargets targets) {
        this.decisions = decisions;
        this.contacts = contacts;
        this.targets = targets;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RULED);
    }

    @Override
    public Map<String, Contact> find(List<ContactRequest> requests) {
        return contacts.find(requests, (_, decided) -> ruled(decided));
    }

    private Optional<DecidedContacts.Told> ruled(GrantApplication.Decided decided) {
        return decisions
                .last(decided.filing().id(), LaterDecisionId.Kind.CHANGE)
                .filter(LaterDecision.OnTerms.class::isInstance)
                .map(LaterDecision.OnTerms.class::cast)
                .map(
                        each ->
                                new DecidedContacts.Told(
                                        targets.of(decided, each),
                                        Map.of(
                                                "changeOutcome",
                                                each.request().status(),
                                                "decidedOn",
                                                each.decidedOn(),
                                                "reasons",
                                                List.of(each.ruling().explanation()))));
    }
}
