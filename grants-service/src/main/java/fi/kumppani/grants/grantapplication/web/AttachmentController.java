package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.AttachFiles;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.file.FileNames;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.web.Downloads;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;

/**
 * The files that go with an application. A file is the body of a request, and its name stands in
 * {@code Content-Disposition}, for names of files may name people and addresses must not.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/attachments")
class AttachmentController {

    private final AttachFiles attachFiles;
    private final GrantCalls calls;
    private final Callers callers;

    AttachmentController(AttachFiles attachFiles, GrantCalls calls, Callers callers) {
        this.attachFiles = attachFiles;
        this.calls = calls;
        this.callers = callers;
    }

    /**
     * Attaches a file to a draft, or to an application that is to be completed: pdf, odt, ods,
     * docx, xlsx, png, jpg, txt or csv (in UTF-8), at most twenty and 5 MB each. The same content
     * again only takes another name and purpose.
     *
     * @param requirement which of the attachments that the call requires it is
     * @param disposition {@code attachment; filename*=UTF-8''saannot.pdf} (RFC 6266)
     */
    @OpenToSignedIn(byMandate = true)
    @PostMapping
    ResponseEntity<AttachmentView> attach(
            @PathVariable String municipality,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String requirement,
            @RequestHeader(name = HttpHeaders.CONTENT_DISPOSITION, required = false)
                    @Nullable String disposition,
            @RequestBody(required = false) byte @Nullable [] content,
            CurrentUser user) {
        GrantApplication application = writable(id, user);
        String name = FileNames.read(disposition);
        if (content == null) {
            throw Problems.invalid("content", "empty", "The file is empty");
        }
        if (requirement != null && !isRequired(application, requirement)) {
            throw Problems.invalid(
                    "requirement", "unknown", "The call requires no such attachment");
        }
        var file =
                attachFiles
                        .attach(
                                application.filing().id(),
                                name,
                                requirement,
                                FileContent.of(content))
                        .orElseThrow(Problems::notFound)
                        .file();
        return ResponseEntity.created(
                        URI.create(
                                "/v1/municipalities/%s/applications/%s/attachments/%s"
                                        .formatted(municipality, id, file.id())))
                .body(AttachmentView.of(file));
    }

    private boolean isRequired(GrantApplication application, String requirement) {
        return calls.find(application.filing().call()).stream()
                .flatMap(call -> call.body().terms().scheme().attachments().stream())
                .anyMatch(each -> each.id().equals(requirement));
    }

    /**
     * The file, to be saved, for its applicant and for officers and decision makers; as it may tell
     * who applies, not for those from whom a blind review keeps it.
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping("/{attachment}")
    ResponseEntity<byte[]> download(
            @PathVariable String id, @PathVariable String attachment, CurrentUser user) {
        GrantApplication application = callers.readableWithApplicant(new ApplicationId(id), user);
        AttachFiles.Read read =
                attachFiles
                        .read(application.filing().id(), attachment)
                        .orElseThrow(Problems::notFound);
        return Downloads.of(
                read.file().id(),
                read.file().name(),
                read.file().type().mediaType(),
                CacheControl.noStore(),
                read.content().bytes());
    }

    /** Takes a file away; said again, it is finished. */
    @OpenToSignedIn(byMandate = true)
    @DeleteMapping("/{attachment}")
    ResponseEntity<Void> remove(
            @PathVariable String id, @PathVariable String attachment, CurrentUser user) {
        GrantApplication application = writable(id, user);
        return switch (attachFiles
                .remove(application.filing().id(), attachment)
                .orElseThrow(Problems::notFound)) {
            case AttachFiles.Removal.Gone _ -> ResponseEntity.noContent().build();
            case AttachFiles.Removal.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    private GrantApplication writable(String id, CurrentUser user) {
        return callers.writable(new ApplicationId(id), user).body();
    }
}
