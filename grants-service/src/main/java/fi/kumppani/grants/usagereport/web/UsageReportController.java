package fi.kumppani.grants.usagereport.web;

import fi.kumppani.grants.attachment.Attachment;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.usagereport.UsageReport;
import fi.kumppani.grants.usagereport.WriteReport;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.file.FileNames;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.kit.web.Downloads;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;

/** The report of how a grant was used, as its grantee writes it. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/usage-report")
class UsageReportController {

    private final WriteReport writeReport;
    private final ShowReport showReport;
    private final Callers callers;
    private final Clock clock;

    UsageReportController(
            WriteReport writeReport, ShowReport showReport, Callers callers, Clock clock) {
        this.writeReport = writeReport;
        this.showReport = showReport;
        this.callers = callers;
        this.clock = clock;
    }

    /** The report; nothing where none is asked for, or the grant was not accepted. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    ResponseEntity<ReportView> one(@PathVariable String id, CurrentUser user) {
        return showReport.show(callers.decided(new ApplicationId(id), user));
    }

    /** Writes it; also when it is late. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping
    ResponseEntity<ReportView> write(
            @PathVariable String id,
            @Valid @RequestBody ContentBody content,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication.Decided decided = writable(id, user);
        return showReport.moved(
                decided,
                writeReport.write(
                        decided.filing().id(),
                        content.read(FinnishTime.today(clock)),
                        seen.version()));
    }

    /**
     * Hands it in, also what was asked to be completed; not after the last day for receipts of what
     * is paid afterwards.
     */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/submission")
    ResponseEntity<ReportView> handIn(@PathVariable String id, IfMatch seen, CurrentUser user) {
        GrantApplication.Decided decided = writable(id, user);
        return showReport.moved(
                decided, writeReport.handIn(decided, user.subject(), seen.version()));
    }

    /**
     * Attaches a receipt or another file, as to an application; receipts name it by its id.
     *
     * @param disposition {@code attachment; filename*=UTF-8''kuitti.pdf} (RFC 6266)
     */
    @OpenToSignedIn(byMandate = true)
    @PostMapping("/files")
    ResponseEntity<ReportView.FileView> attach(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.CONTENT_DISPOSITION, required = false)
                    @Nullable String disposition,
            @RequestBody(required = false) byte @Nullable [] content,
            CurrentUser user) {
        GrantApplication.Decided decided = writable(id, user);
        String name = FileNames.read(disposition);
        if (content == null) {
            throw Problems.invalid("content", "empty", "The file is empty");
        }
        Attachment file =
                writeReport
                        .attach(decided.filing().id(), name, FileContent.of(content))
                        .orElseThrow(Problems::notFound)
                        .file();
        return ResponseEntity.status(HttpStatus.CREATED).body(ReportView.FileView.of(file));
    }

    /** The file, to be saved. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> download(
            @PathVariable String id, @PathVariable String file, CurrentUser user) {
        GrantApplication.Decided decided = callers.decided(new ApplicationId(id), user);
        Attachment found =
                showReport
                        .report(decided)
                        .body()
                        .files()
                        .find(file)
                        .orElseThrow(Problems::notFound);
        return Downloads.of(
                found.id(),
                found.name(),
                found.type().mediaType(),
                CacheControl.noStore(),
                writeReport.read(found).orElseThrow(Problems::notFound).bytes());
    }

    /** Takes a file away; said again, it is finished. */
    @OpenToSignedIn(byMandate = true)
    @DeleteMapping("/files/{file}")
    ResponseEntity<Void> remove(
            @PathVariable String id, @PathVariable String file, CurrentUser user) {
        GrantApplication.Decided decided = writable(id, user);
        return switch (writeReport
                .remove(decided.filing().id(), file)
                .orElseThrow(Problems::notFound)) {
            case UsageReport.Moved.To _ -> ResponseEntity.noContent().build();
            case UsageReport.Moved.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    private GrantApplication.Decided writable(String id, CurrentUser user) {
        return callers.writable(new ApplicationId(id), user)
                .body()
                .decided()
                .orElseThrow(Problems::notFound);
    }
}
