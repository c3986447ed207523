package fi.kumppani.grants.loan;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.AgedApplications;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.scheme.PaymentTerms;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has borrowers told of parts that are due soon, or overdue; each once, however often it runs. */
@Service
public class RemindOfLoans {

    private final AgedApplications settled;
    private final GrantApplications applications;
    private final GrantCalls calls;
    private final ReadLoan loans;
    private final LoanReminders reminders;
    private final Clock clock;

    RemindOfLoans(
            AgedApplications settled,
            GrantApplications applications,
            GrantCalls calls,
            ReadLoan loans,
            LoanReminders reminders,
            Clock clock) {
        this.settled = settled;
        this.applications = applications;
        this.calls = calls;
        this.loans = loans;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** Tells all who are to be told today, in every municipality. */
    public void remindAll() {
        LocalDate today = FinnishTime.today(clock);
        Map<CallId, Boolean> known = new HashMap<>();
        settled.forEachSettled(ids -> remind(ids, known, today));
    }

    private void remind(List<ApplicationId> ids, Map<CallId, Boolean> known, LocalDate today) {
        applications.findAll(ids).values().stream()
                .flatMap(stored -> stored.body().decided().stream())
                .filter(decided -> decided.decision().granted().cents() > 0)
                .filter(decided -> known.computeIfAbsent(decided.filing().call(), this::isOfLoans))
                .forEach(decided -> remind(decided, today));
    }

    private boolean isOfLoans(CallId call) {
        return calls.announced(call)
                .filter(each -> each.terms().scheme().payment() instanceof PaymentTerms.AsLoan)
                .isPresent();
    }

    private void remind(GrantApplication.Decided decided, LocalDate today) {
        loans.plan(decided)
                .map(plan -> LoanReminder.of(decided.filing().id(), plan, today))
                .orElse(List.of())
                .forEach(reminders::keep);
    }
}
