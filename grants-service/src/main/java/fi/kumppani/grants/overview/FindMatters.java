package fi.kumppani.grants.overview;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.bankaccount.BankAccount;
import fi.kumppani.grants.bankaccount.BankAccounts;
import fi.kumppani.grants.changerequest.AskedChanges;
import fi.kumppani.grants.changerequest.ChangeRequest;
import fi.kumppani.grants.changerequest.ChangeRequests;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.grants.notification.Notifications;
import fi.kumppani.grants.overview.Matter.Kind;
import fi.kumppani.grants.recovery.Hearing;
import fi.kumppani.grants.recovery.Recoveries;
import fi.kumppani.grants.recovery.Recovery;
import fi.kumppani.grants.recovery.RecoveryClaim;
import fi.kumppani.grants.redress.HandleRedress;
import fi.kumppani.grants.redress.Redress;
import fi.kumppani.grants.redress.RedressCase;
import fi.kumppani.grants.usagereport.DueReport;
import fi.kumppani.grants.usagereport.FindDueReports;
import fi.kumppani.grants.usagereport.Stage;
import fi.kumppani.grants.usagereport.UsageReport;
import fi.kumppani.grants.usagereport.UsageReports;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says what about decided applications waits for those who handle them. */
@Service
class FindMatters {

    private final Notifications notifications;
    private final UsageReports reports;
    private final FindDueReports dueReports;
    private final AskedChanges changes;
    private final HandleRedress redress;
    private final Recoveries recoveries;
    private final BankAccounts accounts;
    private final Clock clock;

    FindMatters(
            Notifications notifications,
            UsageReports reports,
            FindDueReports dueReports,
            AskedChanges changes,
            HandleRedress redress,
            Recoveries recoveries,
            BankAccounts accounts,
            Clock clock) {
        this.notifications = notifications;
        this.reports = reports;
        this.dueReports = dueReports;
        this.changes = changes;
        this.redress = redress;
        this.recoveries = recoveries;
        this.accounts = accounts;
        this.clock = clock;
    }

    private record Looked(
            Map<ApplicationId, Notification> notifications,
            Map<ApplicationId, UsageReport> reports,
            Map<ApplicationId, DueReport> due,
            Map<ApplicationId, ChangeRequests> changes,
            Map<ApplicationId, Redress> redress,
            Map<ApplicationId, Recovery> recoveries,
            Map<AssociationId, BankAccount> accounts,
            LocalDate today) {}

    /** What waits of these, in their order. */
    List<Matter> of(List<GrantApplication.Decided> decided) {
        List<ApplicationId> ids = decided.stream().map(each -> each.filing().id()).toList();
        var looked =
                new Looked(
                        notifications.of(decided),
                        reports.findAll(ids),
                        dueReports.open(ids).stream()
                                .collect(
                                        Collectors.toMap(
                                                each -> each.decided().filing().id(),
                                                Function.identity())),
                        changes.findAll(ids),
                        redress.of(decided),
                        recoveries.findAll(ids),
                        accounts.findAll(
                                decided.stream()
                                        .map(each -> each.filing().applicant())
                                        .distinct()
                                        .toList()),
                        FinnishTime.today(clock));
        List<Matter> found = new ArrayList<>();
        decided.forEach(each -> addMatters(each, looked, found));
        return found;
    }

    private static void addMatters(
            GrantApplication.Decided decided, Looked looked, List<Matter> found) {
        ApplicationId id = decided.filing().id();
        Notification told = looked.notifications().get(id);
        if (told != null && told.sending().isEmpty() && told.knownOn().isEmpty()) {
            found.add(new Matter(decided, Kind.DECISION_UNTOLD, 0, told.decidedOn()));
        }
        addReport(decided, looked, found);
        ChangeRequests asked = looked.changes().get(id);
        if (asked != null) {
            for (ChangeRequest each : asked.all()) {
                if (each.ending() == null) {
                    LocalDate since = FinnishTime.dayOf(each.askedAt());
                    found.add(new Matter(decided, Kind.CHANGE_ASKED, each.number(), since));
                }
            }
        }
        Redress claimed = looked.redress().get(id);
        if (claimed != null) {
            claimed.cases().forEach(each -> addCase(decided, each, found));
        }
        Recovery recovery = looked.recoveries().get(id);
        if (recovery != null) {
            recovery.claims().forEach(each -> addClaim(decided, recovery, each, looked, found));
        }
        BankAccount account = looked.accounts().get(decided.filing().applicant());
        BankAccount.Proposed proposed = account == null ? null : account.proposed();
        if (proposed != null && decided.decision().granted().cents() > 0) {
            LocalDate since = FinnishTime.dayOf(proposed.at());
            found.add(new Matter(decided, Kind.ACCOUNT_PROPOSED, 0, since));
        }
    }

    private static void addReport(
            GrantApplication.Decided decided, Looked looked, List<Matter> found) {
        ApplicationId id = decided.filing().id();
        UsageReport report = looked.reports().get(id);
        if (report == null) {
            return;
        }
        switch (report.stage()) {
            case Stage.HandedIn(_, var at) ->
                    found.add(new Matter(decided, Kind.REPORT_HANDED_IN, 0, FinnishTime.dayOf(at)));
            case Stage.Checked(_, var check) ->
                    found.add(
                            new Matter(
                                    decided,
                                    Kind.REPORT_CHECKED,
                                    0,
                                    FinnishTime.dayOf(check.at())));
            case Stage.Draft _, Stage.Supplementing _ -> {
                DueReport due = looked.due().get(id);
                if (due != null) {
                    due.overdueSince(looked.today())
                            .ifPresent(
                                    day ->
                                            found.add(
                                                    new Matter(
                                                            decided, Kind.REPORT_OVERDUE, 0, day)));
                }
            }
            case Stage.Concluding _, Stage.Concluded _ -> {}
        }
    }

    private static void addCase(
            GrantApplication.Decided decided, RedressCase each, List<Matter> found) {
        RedressCase.Ruling ruling = each.ruling();
        if (ruling == null) {
            found.add(new Matter(decided, Kind.REDRESS_OPEN, each.number(), each.arrivedOn()));
        } else if (each.canBeAppealed() && ruling.knownOn() == null) {
            found.add(new Matter(decided, Kind.RULING_UNTOLD, each.number(), ruling.ruledOn()));
        }
    }

    private static void addClaim(
            GrantApplication.Decided decided,
            Recovery recovery,
            RecoveryClaim claim,
            Looked looked,
            List<Matter> found) {
        switch (claim.stage()) {
            case RecoveryClaim.Stage.Proposed _ -> {
                if (claim.hearing().isOver(looked.today())) {
                    found.add(
                            new Matter(
                                    decided,
                                    Kind.RECOVERY_PROPOSED,
                                    claim.number(),
                                    heardUntil(claim, looked.today())));
                }
            }
            case RecoveryClaim.Stage.Decided ruled -> {
                if (looked.today().isAfter(ruled.dueOn())
                        && claim.amount().exceeds(recovery.returned(claim.number()))) {
                    found.add(
                            new Matter(
                                    decided, Kind.RECOVERY_OVERDUE, claim.number(), ruled.dueOn()));
                }
            }
            case RecoveryClaim.Stage.Dropped _ -> {}
        }
    }

    /** The day the hearing ended; not known of who answered before it did, or was not heard. */
    private static @Nullable LocalDate heardUntil(RecoveryClaim claim, LocalDate today) {
        return claim.hearing() instanceof Hearing.Offered(var until, _) && today.isAfter(until)
                ? until
                : null;
    }
}
