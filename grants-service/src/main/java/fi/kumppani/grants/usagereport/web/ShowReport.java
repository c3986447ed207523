package fi.kumppani.grants.usagereport.web;

import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.usagereport.CheckReport;
import fi.kumppani.grants.usagereport.DueReport;
import fi.kumppani.grants.usagereport.FindDueReports;
import fi.kumppani.grants.usagereport.UsageReport;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.kit.web.ETags;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Optional;

/** Answers with a report as it stands. */
@Component
class ShowReport {

    private final CheckReport checkReport;
    private final FindDueReports dueReports;
    private final Awards awards;
    private final Clock clock;

    ShowReport(CheckReport checkReport, FindDueReports dueReports, Awards awards, Clock clock) {
        this.checkReport = checkReport;
        this.dueReports = dueReports;
        this.awards = awards;
        this.clock = clock;
    }

    Stored<UsageReport> report(GrantApplication.Decided decided) {
        return checkReport.load(decided).orElseThrow(Problems::notFound);
    }

    ResponseEntity<ReportView> show(GrantApplication.Decided decided) {
        Stored<UsageReport> found = report(decided);
        var due =
                new DueReport(
                        found.body(),
                        decided,
                        dueReports.scheme(decided.filing().call()).orElseThrow(Problems::notFound),
                        awards.find(decided.filing().id()).body());
        if (!due.award().isAccepted()) {
            throw Problems.notFound();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(ETags.of(found.version()))
                .body(ReportView.of(due, FinnishTime.today(clock)));
    }

    ResponseEntity<ReportView> moved(
            GrantApplication.Decided decided, Optional<UsageReport.Moved> moved) {
        return switch (moved.orElseThrow(Problems::notFound)) {
            case UsageReport.Moved.To _ -> show(decided);
            case UsageReport.Moved.Refused(var reason) -> throw Problems.refused(reason);
        };
    }
}
