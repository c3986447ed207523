package fi.kumppani.grants.grantapplication.contacts;

import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.kit.contacts.Contact;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.contacts.ContactSource;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the mails about applications go to that wait for their applicant. Who has done meanwhile
 * what the mail is about is not written to any more.
 */
@Component
class ApplicantContacts implements ContactSource {

    private static final String SUPPLEMENT = "grant-supplement";
    private static final String TRANSFERRED = "grant-transferred";
    private static final String CLOSING_SOON = "grant-closing-soon";

    private final GrantApplications applications;
    private final GrantCalls calls;
    private final Applicants applicants;
    private final Clock clock;

    ApplicantContacts(
            GrantApplications applications, GrantCalls calls, Applicants applicants, Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.applicants = applicants;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SUPPLEMENT, TRANSFERRED, CLOSING_SOON);
    }

    @Override
    public Map<String, Contact> find(List<ContactRequest> requests) {
        Map<ApplicationId, Stored<GrantApplication>> found =
                applications.findAll(
                        requests.stream()
                                .map(request -> new ApplicationId(request.subject()))
                                .distinct()
                                .toList());
        Map<String, Contact> contacts = new HashMap<>();
        for (ContactRequest request : requests) {
            Stored<GrantApplication> stored = found.get(new ApplicationId(request.subject()));
            if (stored != null) {
                contact(request.kind(), stored.body())
                        .ifPresent(contact -> contacts.put(request.id(), contact));
            }
        }
        return contacts;
    }

    private Optional<Contact> contact(String kind, GrantApplication application) {
        ContactPoint contact = application.proposal().contact();
        return contact == null
                ? Optional.empty()
                : facts(kind, application)
                        .map(facts -> contact.about(application.filing().id(), Map.of(), facts));
    }

    private Optional<Map<String, Object>> facts(String kind, GrantApplication application) {
        Instant now = clock.instant();
        Optional<CallTerms> terms =
                calls.find(
                                application instanceof GrantApplication.Transferred moved
                                        ? moved.transfer().call()
                                        : application.filing().call())
                        .map(call -> call.body().terms());
        Map<String, Object> facts = new HashMap<>();
        switch (application) {
            case GrantApplication.Supplementing waiting
                    when kind.equals(SUPPLEMENT) && !waiting.supplement().isOver(now) -> {
                facts.put("diaryNumber", waiting.receipt().number().toString());
                facts.put("supplement", waiting.supplement().what());
                facts.put("supplementBy", waiting.supplement().dueOn());
            }
            case GrantApplication.Transferred moved when kind.equals(TRANSFERRED) ->
                    applications
                            .find(moved.transfer().to())
                            .flatMap(there -> there.body().number())
                            .ifPresent(number -> facts.put("diaryNumber", number.toString()));
            case GrantApplication.Draft _
                    when kind.equals(CLOSING_SOON)
                            && terms.filter(each -> each.isOpen(now)).isPresent() ->
                    terms.flatMap(
                                    each ->
                                            each.closings().stream()
                                                    .filter(now::isBefore)
                                                    .findFirst())
                            .ifPresent(closesAt -> facts.put("closesAt", closesAt));
            case GrantApplication _ -> {
                return Optional.empty();
            }
        }
        terms.ifPresent(each -> facts.put("callTitle", each.title()));
        applicants
                .find(application.filing().applicant())
                .ifPresent(each -> facts.put("associationName", each.name()));
        return Optional.of(facts);
    }
}
