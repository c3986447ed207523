package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.eligibility.OwedReports;
import fi.kumppani.grants.scheme.Scheme;

import org.springframework.stereotype.Service;

import java.util.Comparator;
import java.util.Optional;

/**
 * Says what bars a decision beside the money: that whoever wants to make it has no power to, and
 * that nothing is granted to those who owe a report, where the call says so. To refuse, or not to
 * examine, is never barred by a report.
 */
@Service
class DecisionBars {

    private final PowersToDecide powers;
    private final OwedReports reports;

    DecisionBars(PowersToDecide powers, OwedReports reports) {
        this.powers = powers;
        this.reports = reports;
    }

    /** What bars this decision on an application; looked at as of the day of the decision. */
    Optional<DecideGrantApplication.Result> of(
            GrantApplication application, DecisionRequest asked, CallTerms terms) {
        Scheme scheme = terms.scheme();
        return powers.lack(
                        asked.maker(),
                        asked.decidedBy(),
                        scheme.kind(),
                        asked.verdict().amount(),
                        asked.decidedOn())
                .<DecideGrantApplication.Result>map(DecideGrantApplication.Result.Powerless::new)
                .or(
                        () ->
                                Optional.of(asked)
                                        .filter(each -> each.verdict().amount().cents() > 0)
                                        .flatMap(each -> owed(application, each, scheme))
                                        .map(DecideGrantApplication.Result.OwesReport::new));
    }

    /** The report that bars a decision by which the applicants get something, or more. */
    Optional<OwedReports.Overdue> owed(
            GrantApplication application, DecisionRequest asked, Scheme scheme) {
        if (!scheme.grantsNothingForOverdueReports()) {
            return Optional.empty();
        }
        return reports
                .overdue(application.matter().applicants(), asked.decidedOn())
                .values()
                .stream()
                .min(Comparator.comparing(OwedReports.Overdue::since));
    }
}
