package fi.kumppani.grants.recovery.contacts;

import fi.kumppani.grants.grantapplication.DecidedContacts;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.recovery.Hearing;
import fi.kumppani.grants.recovery.Recoveries;
import fi.kumppani.grants.recovery.RecoveryClaim;
import fi.kumppani.kit.contacts.Contact;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.contacts.ContactSource;

import org.springframework.stereotype.Component;

import java.util.HashMap;
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
    private final DecidedContacts contacts;

    RecoveryContacts(Recoveries recoveries, DecidedContacts contacts) {
        this.recoveries = recoveries;
        this.contacts = contacts;
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
        return recoveries.of(decided.filing().id()).body().claims().reversed().stream()
                .flatMap(claim -> facts(kind, claim).stream())
                .findFirst()
                .map(DecidedContacts.Told::of);
    }

    private static Optional<Map<String, Object>> facts(String kind, RecoveryClaim claim) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("recover", claim.amount());
        return switch (claim.stage()) {
            case RecoveryClaim.Stage.Proposed _ -> {
                if (!kind.equals(PROPOSED)
                        || !(claim.hearing() instanceof Hearing.Offered(var until, _))) {
                    yield Optional.empty();
                }
                facts.put("answerBy", until);
                yield Optional.of(facts);
            }
            case RecoveryClaim.Stage.Decided stage -> {
                if (!kind.equals(DECIDED)) {
                    yield Optional.empty();
                }
                facts.put("decidedOn", stage.decidedOn());
                facts.put("payBy", stage.dueOn());
                yield Optional.of(facts);
            }
            case RecoveryClaim.Stage.Dropped _ -> Optional.empty();
        };
    }
}
