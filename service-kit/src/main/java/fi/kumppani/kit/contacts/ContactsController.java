package fi.kumppani.kit.contacts;

import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToScope;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The only door contact details leave a service by. */
@RestController
class ContactsController {

    private final Map<String, ContactSource> byKind = new HashMap<>();

    ContactsController(List<ContactSource> sources) {
        for (ContactSource source : sources) {
            for (String kind : source.kinds()) {
                if (byKind.putIfAbsent(kind, source) != null) {
                    throw new IllegalStateException("Two sources of contacts for " + kind);
                }
            }
        }
    }

    /** A kind that nobody here knows is refused, so that no mail is dropped by mistake. */
    @OpenToScope(ContactRequests.SCOPE)
    @PostMapping(ContactRequests.PATH)
    ContactAnswers contacts(@Valid @RequestBody ContactRequests asked) {
        List<ContactRequest> requests = asked.requests();
        requireKnownKinds(requests);
        Map<Share, List<ContactRequest>> shares = new LinkedHashMap<>();
        for (ContactRequest request : requests) {
            shares.computeIfAbsent(Share.of(request, byKind), _ -> new ArrayList<>()).add(request);
        }
        Map<String, Contact> found = new HashMap<>();
        shares.forEach(
                (share, mails) ->
                        Tenancy.runIn(
                                share.municipality(),
                                () -> found.putAll(share.source().find(mails))));
        return new ContactAnswers(
                requests.stream().map(request -> answer(request, found)).toList());
    }

    private static ContactAnswer answer(ContactRequest request, Map<String, Contact> found) {
        Contact contact = found.get(request.id());
        return contact == null
                ? ContactAnswer.notFound(request.id())
                : ContactAnswer.of(request, contact);
    }

    private void requireKnownKinds(List<ContactRequest> requests) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            if (!byKind.containsKey(requests.get(i).kind())) {
                errors.add(
                        new FieldError(
                                "requests[" + i + "].kind",
                                "kind-unknown",
                                "This service sends no mail of this kind"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }

    private record Share(MunicipalityCode municipality, ContactSource source) {

        static Share of(ContactRequest request, Map<String, ContactSource> byKind) {
            ContactSource source = byKind.get(request.kind());
            if (source == null) {
                throw new IllegalStateException("Kinds are checked before");
            }
            return new Share(request.municipality(), source);
        }
    }
}
