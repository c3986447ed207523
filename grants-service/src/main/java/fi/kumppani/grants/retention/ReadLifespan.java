package fi.kumppani.grants.retention;

import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.award.Payment;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.loan.ReadLoan;
import fi.kumppani.grants.recovery.ClaimBack;
import fi.kumppani.grants.recovery.Recovery;
import fi.kumppani.grants.redress.HandleRedress;
import fi.kumppani.grants.redress.Redress;
import fi.kumppani.grants.usagereport.Stage;
import fi.kumppani.grants.usagereport.UsageReport;
import fi.kumppani.grants.usagereport.UsageReports;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether something is open about an application, or since when nothing is. */
@Service
class ReadLifespan {

    private final Awards awards;
    private final UsageReports reports;
    private final HandleRedress redress;
    private final ClaimBack claimBack;
    private final ReadLoan loans;
    private final GrantApplications applications;

    ReadLifespan(
            Awards awards,
            UsageReports reports,
            HandleRedress redress,
            ClaimBack claimBack,
            ReadLoan loans,
            GrantApplications applications) {
        this.awards = awards;
        this.reports = reports;
        this.redress = redress;
        this.claimBack = claimBack;
        this.loans = loans;
        this.applications = applications;
    }

    /** How it stands about an application. */
    Lifespan of(GrantApplication application) {
        return switch (application) {
            case GrantApplication.Withdrawn(_, _, _, var at) -> ended(FinnishTime.dayOf(at));
            case GrantApplication.Transferred transferred -> of(transferred);
            case GrantApplication.Decided decided -> of(decided);
            case GrantApplication.Draft _,
                    GrantApplication.Submitted _,
                    GrantApplication.Supplementing _,
                    GrantApplication.Deciding _,
                    GrantApplication.Revising _ ->
                    new Lifespan.Open(Set.of(LegalHold.UNDECIDED));
        };
    }

    /** It lives as long as the application it goes on as. */
    private Lifespan of(GrantApplication.Transferred transferred) {
        return Optional.of(transferred)
                .filter(GrantApplication.Transferred::done)
                .flatMap(each -> applications.find(each.transfer().to()))
                .map(Stored::body)
                .map(this::of)
                .orElseGet(() -> new Lifespan.Open(Set.of(LegalHold.UNDECIDED)));
    }

    private static Lifespan ended(LocalDate day) {
        return new Lifespan.Ended(day, day);
    }

    private Lifespan of(GrantApplication.Decided decided) {
        LocalDate decidedOn = decided.decision().request().decidedOn();
        if (decided.filing().imported()) {
            return ended(decidedOn);
        }
        ApplicationId id = decided.filing().id();
        Award award = awards.find(id).body();
        Optional<UsageReport> report = reports.find(id).map(Stored::body);
        Redress done = redress.of(decided).body();
        Recovery recovery = claimBack.load(decided).body();
        Set<LegalHold> holds = EnumSet.noneOf(LegalHold.class);
        if (done.isOpen()) {
            holds.add(LegalHold.REDRESS_OPEN);
        }
        if (isOpen(recovery)) {
            holds.add(LegalHold.RECOVERY_OPEN);
        }
        if (loans.plan(decided).filter(plan -> plan.left().cents() > 0).isPresent()) {
            holds.add(LegalHold.LOAN_OPEN);
        }
        if (report.filter(ReadLifespan::waits).isPresent()) {
            holds.add(LegalHold.REPORT_OPEN);
        }
        if (award.payments().stream().anyMatch(each -> each.stage() == Payment.Stage.COLLECTED)) {
            holds.add(LegalHold.PAYMENT_OPEN);
        }
        return holds.isEmpty()
                ? new Lifespan.Ended(decidedOn, last(decidedOn, award, report, done, recovery))
                : new Lifespan.Open(holds);
    }

    private boolean isOpen(Recovery recovery) {
        return recovery.pending().cents() > 0
                || recovery.claims().stream()
                        .flatMap(claim -> claimBack.owed(recovery, claim).stream())
                        .anyMatch(owed -> owed.whole().cents() > 0);
    }

    private static boolean waits(UsageReport report) {
        return !(report.stage() instanceof Stage.Draft)
                && !(report.stage() instanceof Stage.Concluded);
    }

    private static LocalDate last(
            LocalDate decidedOn,
            Award award,
            Optional<UsageReport> report,
            Redress done,
            Recovery recovery) {
        Stream<Instant> moments =
                Stream.concat(
                        award.payments().stream().map(Payment::at),
                        report.map(UsageReport::stage).stream()
                                .filter(Stage.Concluded.class::isInstance)
                                .map(stage -> ((Stage.Concluded) stage).at()));
        return Stream.of(
                        Stream.of(decidedOn),
                        moments.map(FinnishTime::dayOf),
                        done.lastDay().stream(),
                        recovery.lastDay().stream())
                .flatMap(days -> days)
                .max(LocalDate::compareTo)
                .orElse(decidedOn);
    }
}
