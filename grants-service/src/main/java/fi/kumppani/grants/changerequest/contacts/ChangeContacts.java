package fi.kumppani.grants.changerequest.contacts;

import fi.kumppani.grants.changerequest.AskedChanges;
import fi.kumppani.grants.changerequest.ChangeRequest;
import fi.kumppani.grants.grantapplication.DecidedContacts;
import fi.kumppani.grants.grantapplication.GrantApplication;
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

    private final AskedChanges changes;
    private final DecidedContacts contacts;

    ChangeContacts(AskedChanges changes, DecidedContacts contacts) {
        this.changes = changes;
        this.contacts = contacts;
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
        return changes.of(decided.filing().id()).body().all().reversed().stream()
                .filter(each -> each.ending() instanceof ChangeRequest.Ending.Ruled)
                .findFirst()
                .map(ChangeContacts::facts);
    }

    private static DecidedContacts.Told facts(ChangeRequest request) {
        if (!(request.ending() instanceof ChangeRequest.Ending.Ruled ruled)) {
            throw new IllegalArgumentException("Nothing is ruled on the request");
        }
        return DecidedContacts.Told.of(
                Map.of(
                        "changeOutcome",
                        request.status(),
                        "decidedOn",
                        ruled.decidedOn(),
                        "reasons",
                        List.of(ruled.explanation())));
    }
}
