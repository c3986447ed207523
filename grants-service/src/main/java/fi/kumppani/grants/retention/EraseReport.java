package fi.kumppani.grants.retention;

import fi.kumppani.grants.attachment.AttachedFiles;
import fi.kumppani.grants.attachment.Attachment;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.usagereport.UsageReport;
import fi.kumppani.grants.usagereport.UsageReports;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Optional;

/**
 * Erases words, receipts and files of a usage report; what was used, and what was found, stays in
 * sums. Nobody sees a file named whose content is gone.
 */
@Service
class EraseReport implements Eraser {

    private final UsageReports reports;
    private final AttachedFiles files;

    EraseReport(UsageReports reports, AttachedFiles files) {
        this.reports = reports;
        this.files = files;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.USAGE_REPORT;
    }

    @Override
    public Erased erase(String subject) {
        var id = new ApplicationId(subject);
        reports.rewrite(id, UsageReport::withoutWords);
        Optional<UsageReport> report = reports.find(id).map(Stored::body);
        if (report.isPresent()) {
            List<Attachment> leaving = report.get().files().leaving();
            leaving.forEach(each -> files.erase(each.key()));
            reports.rewrite(id, each -> each.erased(leaving));
        }
        return Erased.GONE;
    }
}
