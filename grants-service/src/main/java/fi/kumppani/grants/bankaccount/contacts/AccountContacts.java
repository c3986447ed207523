package fi.kumppani.grants.bankaccount.contacts;

import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.bankaccount.BankAccount;
import fi.kumppani.grants.bankaccount.BankAccounts;
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
 * The mail that an account is to be changed goes to the contact of the account that was in use, so
 * that whoever took over a representative's login cannot keep it from being noticed.
 */
@Component
class AccountContacts implements ContactSource {

    private static final String CHANGING = "grant-account-changing";

    private final BankAccounts accounts;
    private final Applicants applicants;

    AccountContacts(BankAccounts accounts, Applicants applicants) {
        this.accounts = accounts;
        this.applicants = applicants;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CHANGING);
    }

    @Override
    public Map<String, Contact> find(List<ContactRequest> requests) {
        Map<String, Contact> contacts = new HashMap<>();
        for (ContactRequest request : requests) {
            contact(request.subject()).ifPresent(found -> contacts.put(request.id(), found));
        }
        return contacts;
    }

    private Optional<Contact> contact(String change) {
        int end = change.lastIndexOf(':');
        if (end < 0) {
            return Optional.empty();
        }
        AssociationId association = new AssociationId(change.substring(0, end));
        return accounts.find(association)
                .body()
                .warning(change)
                .map(
                        warning ->
                                new Contact(
                                        warning.contact().email().value(),
                                        warning.contact().language(),
                                        "bank-account:" + association,
                                        Map.of(),
                                        facts(association, warning)));
    }

    private Map<String, Object> facts(AssociationId association, BankAccount.Warning warning) {
        Map<String, Object> facts = new HashMap<>();
        applicants.find(association).ifPresent(found -> facts.put("associationName", found.name()));
        facts.put("accountInUse", warning.from());
        facts.put("accountProposed", warning.to());
        return facts;
    }
}
