package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.kit.contacts.Contact;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Whom the mails about something that became of a decided application go to. */
@Service
public class DecidedContacts {

    private final GrantApplications applications;
    private final GrantCalls calls;
    private final Applicants applicants;

    DecidedContacts(GrantApplications applications, GrantCalls calls, Applicants applicants) {
        this.applications = applications;
        this.calls = calls;
        this.applicants = applicants;
    }

    /** What one mail tells besides which application it is about. */
    public record Told(Map<String, String> links, Map<String, Object> facts) {

        /** Facts without links. */
        public static Told of(Map<String, Object> facts) {
            return new Told(Map.of(), facts);
        }
    }

    /**
     * Whom the mails go to, by request; those that are right no more are left out.
     *
     * @param tell what the mail of a kind tells; empty when it is right no more
     */
    public Map<String, Contact> find(
            List<ContactRequest> requests,
            BiFunction<String, GrantApplication.Decided, Optional<Told>> tell) {
        Map<ApplicationId, GrantApplication.Decided> found =
                applications
                        .findAll(
                                requests.stream()
                                        .map(request -> new ApplicationId(request.subject()))
                                        .distinct()
                                        .toList())
                        .values()
                        .stream()
                        .map(Stored::body)
                        .flatMap(each -> each.decided().stream())
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        each -> each.filing().id(), each -> each));
        Map<String, Contact> contacts = new HashMap<>();
        for (ContactRequest request : requests) {
            Optional.ofNullable(found.get(new ApplicationId(request.subject())))
                    .flatMap(decided -> contact(request.kind(), decided, tell))
                    .ifPresent(contact -> contacts.put(request.id(), contact));
        }
        return contacts;
    }

    private Optional<Contact> contact(
            String kind,
            GrantApplication.Decided decided,
            BiFunction<String, GrantApplication.Decided, Optional<Told>> tell) {
        ContactPoint contact = decided.proposal().contact();
        return contact == null
                ? Optional.empty()
                : tell.apply(kind, decided)
                        .map(
                                told ->
                                        contact.about(
                                                decided.filing().id(),
                                                told.links(),
                                                facts(decided, told.facts())));
    }

    private Map<String, Object> facts(GrantApplication.Decided decided, Map<String, Object> own) {
        Map<String, Object> facts = new HashMap<>(own);
        facts.put("diaryNumber", decided.receipt().number().toString());
        facts.put("callTitle", calls.terms(decided.filing().call()).title());
        applicants
                .find(decided.filing().applicant())
                .ifPresent(each -> facts.put("associationName", each.name()));
        return facts;
    }
}
