package fi.kumppani.grants.payment;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.bankaccount.BankAccount;
import fi.kumppani.grants.bankaccount.BankAccounts;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.redress.Finality;
import fi.kumppani.grants.scheme.PaymentTerms;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be paid of what was granted, and what the rest waits for. */
@Service
public class ReadPayables {

    private final GrantCalls calls;
    private final Awards awards;
    private final BankAccounts accounts;
    private final Finality finality;
    private final List<PaymentHolds> holds;
    private final Clock clock;

    ReadPayables(
            GrantCalls calls,
            Awards awards,
            BankAccounts accounts,
            Finality finality,
            List<PaymentHolds> holds,
            Clock clock) {
        this.calls = calls;
        this.awards = awards;
        this.accounts = accounts;
        this.finality = finality;
        this.holds = List.copyOf(holds);
        this.clock = clock;
    }

    /** The instalments of these, in their order; of what was refused there are none. */
    public List<Payable> of(List<GrantApplication.Decided> decided) {
        List<GrantApplication.Decided> granted =
                decided.stream().filter(each -> each.decision().granted().cents() > 0).toList();
        Map<ApplicationId, Award> known =
                awards.findAll(granted.stream().map(each -> each.filing().id()).toList());
        Map<AssociationId, BankAccount> banks =
                accounts.findAll(
                        granted.stream()
                                .map(each -> each.filing().applicant())
                                .distinct()
                                .toList());
        Map<CallId, PaymentTerms> terms = new HashMap<>();
        LocalDate today = FinnishTime.today(clock);
        List<Payable> found = new ArrayList<>();
        for (GrantApplication.Decided each : granted) {
            ApplicationId id = each.filing().id();
            PaymentTerms payment = terms.computeIfAbsent(each.filing().call(), this::terms);
            var candidate =
                    new Candidate(
                            each,
                            payment,
                            known.getOrDefault(id, Award.of(id)),
                            banks.get(each.filing().applicant()),
                            payment.onlyWhenFinal() ? finality.finalFrom(each).orElse(null) : null);
            candidate.instalments().forEach(part -> found.add(payable(candidate, part, today)));
        }
        return found;
    }

    private Payable payable(Candidate candidate, Instalment instalment, LocalDate today) {
        return new Payable(
                candidate,
                instalment,
                holds.stream()
                        .flatMap(each -> each.of(candidate, instalment, today).stream())
                        .distinct()
                        .toList());
    }

    private PaymentTerms terms(CallId call) {
        return calls.find(call)
                .map(found -> found.body().terms().scheme().payment())
                .orElseThrow(() -> new IllegalStateException("An application without a call"));
    }
}
