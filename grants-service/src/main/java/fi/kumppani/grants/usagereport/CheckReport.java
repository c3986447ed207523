package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.award.Receipts;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.LeftWork;
import fi.kumppani.grants.grantapplication.Supplement;
import fi.kumppani.grants.ledger.Account;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.ledger.Position;
import fi.kumppani.grants.scheme.PaymentTerms;
import fi.kumppani.grants.scheme.ReportTerms;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Two people check a report, one after the other. What is paid afterwards is paid by the costs they
 * approve: the report says so first, then the award is told, and then the report says that it is
 * done; whoever meets one in between finishes it.
 */
@Service
public class CheckReport extends LeftWork {

    private final UsageReports reports;
    private final ReportsToDo reportsToDo;
    private final ReportSamples samples;
    private final GrantApplications applications;
    private final GrantCalls calls;
    private final Awards awards;
    private final Ledgers ledgers;
    private final Clock clock;

    CheckReport(
            UsageReports reports,
            ReportsToDo reportsToDo,
            ReportSamples samples,
            GrantApplications applications,
            GrantCalls calls,
            Awards awards,
            Ledgers ledgers,
            Clock clock) {
        this.reports = reports;
        this.reportsToDo = reportsToDo;
        this.samples = samples;
        this.applications = applications;
        this.calls = calls;
        this.awards = awards;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /** The report on a grant; one whose award is to be told is finished first. */
    public Optional<Stored<UsageReport>> load(GrantApplication.Decided decided) {
        Optional<Stored<UsageReport>> found = reports.find(decided.filing().id());
        if (found.map(Stored::body).map(UsageReport::stage).orElse(null)
                instanceof Stage.Concluding concluding) {
            settle(decided, concluding);
            return reports.find(decided.filing().id());
        }
        return found;
    }

    /**
     * Asks the grantee to complete it.
     *
     * @param seen the version the caller has seen
     * @return empty when there is no such report
     */
    public Optional<UsageReport.Moved> ask(
            GrantApplication.Decided decided, Supplement supplement, long seen) {
        return move(decided, seen, report -> report.ask(supplement));
    }

    /** The first of two checks it. */
    public Optional<UsageReport.Moved> check(
            GrantApplication.Decided decided, Check check, long seen) {
        var bounds = new UsageReport.Bounds(depth(decided), paid(decided));
        return move(decided, seen, report -> report.check(check, bounds));
    }

    /** The second of two has it checked anew. */
    public Optional<UsageReport.Moved> sendBack(GrantApplication.Decided decided, long seen) {
        return move(decided, seen, UsageReport::sendBack);
    }

    /**
     * The second of two approves what the first found.
     *
     * @param by as the identity provider's opaque {@code sub}
     */
    public Optional<UsageReport.Moved> approve(
            GrantApplication.Decided decided, String by, long seen) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<UsageReport.Moved> moved = move(decided, seen, report -> report.approve(by, now));
        if (moved.orElse(null) instanceof UsageReport.Moved.To(var report)
                && report.stage() instanceof Stage.Concluding concluding) {
            settle(decided, concluding);
        }
        return moved;
    }

    /** How closely a report is checked. */
    public UsageReport.Depth depth(GrantApplication.Decided decided) {
        Scheme scheme = calls.terms(decided.filing().call()).scheme();
        ReportTerms terms = scheme.report();
        if (scheme.payment() instanceof PaymentTerms.Afterwards) {
            return UsageReport.Depth.RECEIPTS;
        }
        return terms == null || terms.samplePercent() == 0
                ? UsageReport.Depth.LIGHT
                : samples.find(decided.filing().call()).depth(decided.filing().id());
    }

    private Optional<UsageReport.Moved> move(
            GrantApplication.Decided decided,
            long seen,
            Function<UsageReport, UsageReport.Moved> move) {
        return reports.move(decided.filing().id(), OptionalLong.of(seen), move);
    }

    private Euros paid(GrantApplication.Decided decided) {
        long cents =
                ledgers.position(
                                new LedgerId(decided.filing().call().value()),
                                decided.filing().id().value())
                        .map(Position::balances)
                        .map(balances -> balances.in(Account.PAID))
                        .orElse(0L);
        return new Euros(cents);
    }

    private void settle(GrantApplication.Decided decided, Stage.Concluding concluding) {
        ApplicationId id = decided.filing().id();
        if (calls.terms(decided.filing().call()).scheme().payment()
                instanceof PaymentTerms.Afterwards) {
            var receipts =
                    new Receipts(
                            concluding.check().accepted(), null, concluding.by(), concluding.at());
            var _ =
                    awards.change(
                            id,
                            OptionalLong.empty(),
                            award ->
                                    award.approve(receipts) instanceof Award.Answered.As(var next)
                                                    && !next.equals(award)
                                            ? Optional.of(next)
                                            : Optional.empty());
        }
        var _ =
                reports.move(
                        id,
                        OptionalLong.empty(),
                        report -> new UsageReport.Moved.To(report.concluded()));
    }

    @Override
    public void finishAll() {
        reportsToDo.forEachConcluding(id -> attempt(id, () -> finish(id)));
    }

    private void finish(ApplicationId id) {
        applications
                .decided(id)
                .ifPresent(
                        decided -> {
                            var _ = load(decided);
                        });
    }
}
