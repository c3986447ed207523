package fi.kumppani.grants.grantapplication.contacts;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.DecisionLinks;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.DocumentPath;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.kit.contacts.Contact;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.contacts.ContactSource;
import fi.kumppani.kit.contacts.PortalLinks;
import fi.kumppani.kit.store.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom the mails about decisions go to, and what they tell. */
@Component
class DecisionContacts implements ContactSource {

    private static final String GRANT_DECIDED = "grant-decided";
    private static final String GRANT_REVISED = "grant-revised";

    private final GrantApplications applications;
    private final GrantCalls calls;
    private final Applicants applicants;
    private final DecisionLinks decisionLinks;
    private final PortalLinks portal;
    private final DocumentPath documents;

    DecisionContacts(
            GrantApplications applications,
            GrantCalls calls,
            Applicants applicants,
            DecisionLinks decisionLinks,
            PortalLinks portal,
            DocumentPath documents) {
        this.applications = applications;
        this.calls = calls;
        this.applicants = applicants;
        this.decisionLinks = decisionLinks;
        this.portal = portal;
        this.documents = documents;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(GRANT_DECIDED, GRANT_REVISED);
    }

    @Override
    public Map<String, Contact> find(List<ContactRequest> requests) {
        Map<ApplicationId, Stored<GrantApplication>> found =
                applications.findAll(
                        requests.stream()
                                .map(request -> new ApplicationId(request.subject()))
                                .distinct()
                                .toList());
        Map<AssociationId, Applicant> associations =
                applicants.findAll(
                        found.values().stream()
                                .map(each -> each.body().filing().applicant())
                                .collect(Collectors.toSet()));
        Map<String, Contact> contacts = new HashMap<>();
        for (ContactRequest request : requests) {
            Stored<GrantApplication> stored = found.get(new ApplicationId(request.subject()));
            Optional.ofNullable(stored)
                    .flatMap(each -> each.body().decided())
                    .flatMap(decided -> contact(decided, associations))
                    .ifPresent(contact -> contacts.put(request.id(), contact));
        }
        return contacts;
    }

    private Optional<Contact> contact(
            GrantApplication.Decided decided, Map<AssociationId, Applicant> associations) {
        return Optional.ofNullable(decided.proposal().contact())
                .map(
                        contact ->
                                contact(
                                        decided,
                                        contact,
                                        associations.get(decided.filing().applicant())));
    }

    private Contact contact(
            GrantApplication.Decided decided,
            ContactPoint contact,
            @Nullable Applicant association) {
        String id = decided.filing().id().value();
        String token = decisionLinks.token(decided.filing().id());
        Map<String, String> links = new HashMap<>();
        links.put("view", portal.signed("applications", id, token));
        documents
                .of(decided)
                .ifPresent(path -> links.put("document", portal.document("grants", path, token)));
        return contact.about(new ApplicationId(id), links, facts(decided, association));
    }

    private Map<String, Object> facts(
            GrantApplication.Decided decided, @Nullable Applicant association) {
        Decision decision = decided.decision();
        Map<String, Object> facts = new HashMap<>();
        calls.find(decided.filing().call())
                .ifPresent(call -> facts.put("callTitle", call.body().terms().title()));
        if (association != null) {
            facts.put("associationName", association.name());
        }
        facts.put("diaryNumber", decided.receipt().number().toString());
        facts.put("outcome", decided.outcome().code());
        facts.put("requested", decided.proposal().requested());
        facts.put("granted", decision.granted());
        facts.put("decidedOn", decision.request().decidedOn());
        facts.put("reasons", decision.reasons().stream().map(DecisionReason::text).toList());
        return facts;
    }
}
