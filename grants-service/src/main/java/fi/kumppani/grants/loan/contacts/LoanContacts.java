package fi.kumppani.grants.loan.contacts;

import fi.kumppani.grants.grantapplication.DecidedContacts;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.loan.LoanPlan;
import fi.kumppani.grants.loan.ReadLoan;
import fi.kumppani.kit.contacts.Contact;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.contacts.ContactSource;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the mails about parts of loans go to. Who has paid the part back meanwhile is not written to
 * any more.
 */
@Component
class LoanContacts implements ContactSource {

    private static final String DUE = "grant-loan-due";
    private static final String OVERDUE = "grant-loan-overdue";

    private final ReadLoan loans;
    private final DecidedContacts contacts;
    private final Clock clock;

    LoanContacts(ReadLoan loans, DecidedContacts contacts, Clock clock) {
        this.loans = loans;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DUE, OVERDUE);
    }

    @Override
    public Map<String, Contact> find(List<ContactRequest> requests) {
        return contacts.find(requests, this::told);
    }

    private Optional<DecidedContacts.Told> told(String kind, GrantApplication.Decided decided) {
        LocalDate today = FinnishTime.today(clock);
        boolean isOverdue = kind.equals(OVERDUE);
        return loans.plan(decided).stream()
                .flatMap(plan -> plan.parts().stream())
                .filter(part -> part.left().cents() > 0 && part.isOverdue(today) == isOverdue)
                .findFirst()
                .map(LoanContacts::facts);
    }

    private static DecidedContacts.Told facts(LoanPlan.Part part) {
        return DecidedContacts.Told.of(Map.of("recover", part.left(), "payBy", part.dueOn()));
    }
}
