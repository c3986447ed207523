package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.attachment.AttachedFiles;
import fi.kumppani.grants.attachment.Attaching;
import fi.kumppani.grants.attachment.Attachment;
import fi.kumppani.grants.attachment.Attachments;
import fi.kumppani.grants.attachment.KeepFile;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/** The grantee writes a report and hands it in. */
@Service
public class WriteReport {

    private final UsageReports reports;
    private final KeepFile keepFile;
    private final AttachedFiles files;
    private final GrantCalls calls;
    private final Clock clock;

    WriteReport(
            UsageReports reports,
            KeepFile keepFile,
            AttachedFiles files,
            GrantCalls calls,
            Clock clock) {
        this.reports = reports;
        this.keepFile = keepFile;
        this.files = files;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Writes it.
     *
     * @param seen the version the caller has seen
     * @return empty when there is no report to write
     */
    public Optional<UsageReport.Moved> write(ApplicationId id, ReportContent content, long seen) {
        return reports.move(id, OptionalLong.of(seen), report -> report.write(content));
    }

    /**
     * Hands it in; also when it is late, but for receipts of what is paid afterwards.
     *
     * @param decided the application
     * @param by as the identity provider's opaque {@code sub}
     */
    public Optional<UsageReport.Moved> handIn(
            GrantApplication.Decided decided, String by, long seen) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var receiptsBy = calls.terms(decided.filing().call()).scheme().receiptsBy();
        return reports.move(
                decided.filing().id(),
                OptionalLong.of(seen),
                report -> report.handIn(by, now, receiptsBy));
    }

    /** Attaches a file; the same content again only takes another name. */
    public Optional<Attaching> attach(ApplicationId id, String name, FileContent content) {
        return reports.find(id)
                .map(Stored::body)
                .map(
                        found ->
                                keepFile.attach(
                                        id + ":report",
                                        name,
                                        null,
                                        content,
                                        file -> add(found, file).outcome(),
                                        file -> add(id, file)));
    }

    private Attaching add(ApplicationId id, Attachment file) {
        AtomicReference<Attaching> outcome = new AtomicReference<>(new Attaching.Gone());
        var _ =
                reports.move(
                        id,
                        OptionalLong.empty(),
                        report -> {
                            Added added = add(report, file);
                            outcome.set(added.outcome());
                            return added.moved();
                        });
        return outcome.get();
    }

    private record Added(UsageReport.Moved moved, Attaching outcome) {}

    private static Added add(UsageReport report, Attachment file) {
        var stay = new UsageReport.Moved.To(report);
        return switch (report.files().with(file)) {
            case Attachments.Adding.Added(var more, var there) -> {
                UsageReport.Moved moved = report.attach(more);
                yield new Added(
                        moved,
                        moved instanceof UsageReport.Moved.Refused(var reason)
                                ? new Attaching.Closed(reason)
                                : new Attaching.Attached(there));
            }
            case Attachments.Adding.NameTaken _ -> new Added(stay, new Attaching.NameTaken());
            case Attachments.Adding.Full _ -> new Added(stay, new Attaching.Full());
        };
    }

    /**
     * Takes a file away, with all that was to go before it; said again, it is finished.
     *
     * @return empty when there is no such report
     */
    public Optional<UsageReport.Moved> remove(ApplicationId id, String file) {
        Optional<UsageReport.Moved> moved =
                reports.move(
                        id,
                        OptionalLong.empty(),
                        report -> report.attach(report.files().without(file)));
        if (moved.orElse(null) instanceof UsageReport.Moved.To(var report)) {
            List<Attachment> leaving = report.files().leaving();
            leaving.forEach(each -> files.erase(each.key()));
            if (!leaving.isEmpty()) {
                return reports.move(
                        id,
                        OptionalLong.empty(),
                        each -> each.attach(each.files().erased(leaving)));
            }
        }
        return moved;
    }

    /** What is in a file; empty when there is none. */
    public Optional<FileContent> read(Attachment file) {
        return files.find(file.key());
    }
}
