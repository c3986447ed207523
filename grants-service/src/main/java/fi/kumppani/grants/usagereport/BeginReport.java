package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.award.BeforeAcceptance;
import fi.kumppani.grants.grantapplication.GrantApplication;

import org.springframework.stereotype.Service;

/**
 * Has there be a report to be written before a grant is accepted: so no crash leaves an accepted
 * one without, and one without acceptance is asked for by nobody.
 */
@Service
class BeginReport implements BeforeAcceptance {

    private final UsageReports reports;
    private final FindDueReports dueReports;

    BeginReport(UsageReports reports, FindDueReports dueReports) {
        this.reports = reports;
        this.dueReports = dueReports;
    }

    @Override
    public void prepare(GrantApplication.Decided decided) {
        dueReports
                .scheme(decided.filing().call())
                .ifPresent(_ -> reports.begin(decided.filing().id()));
    }
}
