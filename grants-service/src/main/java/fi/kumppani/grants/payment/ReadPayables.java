package fi.kumppani.grants.payment;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.bankaccount.BankAccount;
import fi.kumppani.grants.bankaccount.BankAccounts;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.eligibility.OwedReports;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.redress.Finality;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be paid of what was granted, and what the rest waits for. */
@Service
public class ReadPayables {

    private final GrantCalls calls;
    private final Awards awards;
    private final BankAccounts accounts;
    private final Finality finality;
    private final OwedReports reports;
    private final List<PaymentHolds> holds;
    private final Clock clock;

    ReadPayables(
            GrantCalls calls,
            Awards awards,
            BankAccounts accounts,
            Finality finality,
            OwedReports reports,
            List<PaymentHolds> holds,
            Clock clock) {
        this.calls = calls;
        this.awards = awards;
        this.accounts = accounts;
        this.finality = finality;
        this.reports = reports;
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
        Map<CallId, Scheme> schemes = new HashMap<>();
        Map<ApplicationId, LocalDate> finalFrom =
                finality.finalFrom(
                        granted.stream()
                                .filter(each -> scheme(each, schemes).payment().onlyWhenFinal())
                                .toList());
        LocalDate today = FinnishTime.today(clock);
        Map<AssociationId, OwedReports.Overdue> overdue =
                reports.overdue(
                        granted.stream()
                                .filter(
                                        each ->
                                                scheme(each, schemes)
                                                        .stopsPaymentsForOverdueReports())
                                .map(each -> each.filing().applicant())
                                .collect(Collectors.toSet()),
                        today);
        List<Payable> found = new ArrayList<>();
        for (GrantApplication.Decided each : granted) {
            ApplicationId id = each.filing().id();
            Scheme scheme = scheme(each, schemes);
            var candidate =
                    new Candidate(
                            each,
                            scheme,
                            known.getOrDefault(id, Award.of(id)),
                            banks.get(each.filing().applicant()),
                            finalFrom.get(id),
                            Optional.ofNullable(overdue.get(each.filing().applicant()))
                                    .filter(_ -> scheme.stopsPaymentsForOverdueReports())
                                    .map(OwedReports.Overdue::since)
                                    .orElse(null));
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

    private Scheme scheme(GrantApplication.Decided decided, Map<CallId, Scheme> known) {
        return known.computeIfAbsent(decided.filing().call(), call -> calls.terms(call).scheme());
    }
}
