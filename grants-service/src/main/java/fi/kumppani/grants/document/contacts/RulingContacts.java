package fi.kumppani.grants.document.contacts;

import fi.kumppani.grants.document.ComposeRulingDocument;
import fi.kumppani.grants.grantapplication.DecidedContacts;
import fi.kumppani.grants.grantapplication.DecisionLinks;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.redress.RedressCase;
import fi.kumppani.grants.redress.Redresses;
import fi.kumppani.kit.contacts.Contact;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.contacts.ContactSource;
import fi.kumppani.kit.contacts.PortalLinks;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the mails go to about rulings that leave a decision as it is: the applicant. A member of the
 * municipality who claimed is written to by the board, for their address is not kept apart.
 */
@Component
class RulingContacts implements ContactSource {

    private static final String RULING = "grant-ruling";

    private final Redresses redresses;
    private final ComposeRulingDocument documents;
    private final DecidedContacts contacts;
    private final DecisionLinks links;
    private final PortalLinks portal;

    RulingContacts(
            Redresses redresses,
            ComposeRulingDocument documents,
            DecidedContacts contacts,
            DecisionLinks links,
            PortalLinks portal) {
        this.redresses = redresses;
        this.documents = documents;
        this.contacts = contacts;
        this.links = links;
        this.portal = portal;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RULING);
    }

    @Override
    public Map<String, Contact> find(List<ContactRequest> requests) {
        return contacts.find(requests, (_, decided) -> told(decided));
    }

    private Optional<DecidedContacts.Told> told(GrantApplication.Decided decided) {
        return redresses.of(decided.filing().id()).body().cases().reversed().stream()
                .flatMap(found -> told(decided, found).stream())
                .findFirst();
    }

    private Optional<DecidedContacts.Told> told(
            GrantApplication.Decided decided, RedressCase found) {
        RedressCase.Ruling ruling = found.ruling();
        if (ruling == null || !ruling.leavesTheDecision()) {
            return Optional.empty();
        }
        String id = decided.filing().id().value();
        String token = links.token(decided.filing().id());
        Map<String, String> targets = new HashMap<>();
        targets.put("view", portal.signed("applications", id, token));
        documents
                .compose(decided, found, null)
                .ifPresent(
                        _ ->
                                targets.put(
                                        "document",
                                        portal.document(
                                                "grants",
                                                List.of(
                                                        "applications",
                                                        id,
                                                        "view",
                                                        "rulings",
                                                        Integer.toString(found.number()),
                                                        "document.pdf"),
                                                token)));
        return Optional.of(
                new DecidedContacts.Told(
                        targets,
                        Map.of(
                                "rulingOutcome",
                                WireCodes.of(ruling.outcome()),
                                "decidedOn",
                                ruling.ruledOn())));
    }
}
