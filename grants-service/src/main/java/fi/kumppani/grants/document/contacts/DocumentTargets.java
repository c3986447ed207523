package fi.kumppani.grants.document.contacts;

import fi.kumppani.grants.document.ComposeLaterDocument;
import fi.kumppani.grants.grantapplication.DecisionLinks;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.laterdecision.LaterDecision;
import fi.kumppani.kit.contacts.PortalLinks;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** Where mails about decisions lead that came after the one on the application. */
@Component
class DocumentTargets {

    private final ComposeLaterDocument compose;
    private final DecisionLinks links;
    private final PortalLinks portal;

    DocumentTargets(ComposeLaterDocument compose, DecisionLinks links, PortalLinks portal) {
        this.compose = compose;
        this.links = links;
        this.portal = portal;
    }

    /** To its document, if it has one. */
    Map<String, String> of(GrantApplication.Decided decided, LaterDecision decision) {
        return compose.compose(decided, decision, null)
                .map(_ -> Map.of("document", document(decision)))
                .orElseGet(Map::of);
    }

    private String document(LaterDecision decision) {
        return portal.document(
                "grants",
                List.of(
                        "applications",
                        decision.id().application().value(),
                        "view",
                        "later-decisions",
                        decision.id().name(),
                        "document.pdf"),
                links.token(decision.id().application()));
    }
}
