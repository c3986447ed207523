package fi.kumppani.grants.usagereport.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.supplement.SupplementBody;
import fi.kumppani.grants.usagereport.CheckReport;
import fi.kumppani.grants.usagereport.Stage;
import fi.kumppani.grants.usagereport.UsageReport;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Two people check a report, neither of them disqualified. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/usage-report")
class ReportCheckController {

    private final CheckReport checkReport;
    private final ShowReport showReport;
    private final Callers callers;
    private final Clock clock;

    ReportCheckController(
            CheckReport checkReport, ShowReport showReport, Callers callers, Clock clock) {
        this.checkReport = checkReport;
        this.showReport = showReport;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * How a report is checked.
     *
     * @param depth {@code light}, {@code receipts} or {@code not-drawn}
     * @param used what was used, as it is reported
     * @param shown what the receipts with a file show of it
     * @param check what the first of two found; absent until then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CheckView(
            String status, String depth, Euros used, Euros shown, @Nullable CheckBody check) {

        static CheckView of(UsageReport report, UsageReport.Depth depth) {
            CheckBody found =
                    report.stage() instanceof Stage.Checked(_, var check)
                            ? CheckBody.of(check)
                            : report.conclusion().map(CheckBody::of).orElse(null);
            return new CheckView(
                    report.stage().word(),
                    WireCodes.of(depth),
                    report.content().used(),
                    report.content().shown(),
                    found);
        }
    }

    /** How it is checked, and what the first found. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/check")
    ResponseEntity<CheckView> one(@PathVariable String id, CurrentUser user) {
        GrantApplication.Decided decided = handled(id, user);
        Stored<UsageReport> found = showReport.report(decided);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(ETags.of(found.version()))
                .body(CheckView.of(found.body(), checkReport.depth(decided)));
    }

    /** Asks the grantee to complete it. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/supplement-request")
    ResponseEntity<ReportView> ask(
            @PathVariable String id,
            @Valid @RequestBody SupplementBody request,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication.Decided decided = handled(id, user);
        return showReport.moved(
                decided, checkReport.ask(decided, request.read(clock), seen.version()));
    }

    /** The first of two checks it. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/check")
    ResponseEntity<ReportView> check(
            @PathVariable String id,
            @Valid @RequestBody CheckBody request,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication.Decided decided = handled(id, user);
        var check = request.read(user.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return showReport.moved(decided, checkReport.check(decided, check, seen.version()));
    }

    /** Has it checked anew. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/check-return")
    ResponseEntity<ReportView> sendBack(@PathVariable String id, IfMatch seen, CurrentUser user) {
        GrantApplication.Decided decided = handled(id, user);
        return showReport.moved(decided, checkReport.sendBack(decided, seen.version()));
    }

    /** The second of two approves what the first found; never the same person. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/approval")
    ResponseEntity<ReportView> approve(@PathVariable String id, IfMatch seen, CurrentUser user) {
        GrantApplication.Decided decided = handled(id, user);
        return showReport.moved(
                decided, checkReport.approve(decided, user.subject(), seen.version()));
    }

    private GrantApplication.Decided handled(String id, CurrentUser user) {
        return callers.handleable(new ApplicationId(id), user)
                .body()
                .decided()
                .orElseThrow(Problems::notFound);
    }
}
