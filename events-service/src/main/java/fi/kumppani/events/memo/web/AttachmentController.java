package fi.kumppani.events.memo.web;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.memo.AttachFiles;
import fi.kumppani.events.memo.AttachFiles.Outcome;
import fi.kumppani.events.memo.Attachment;
import fi.kumppani.events.memo.Attachments;
import fi.kumppani.events.memo.Memo;
import fi.kumppani.events.memo.web.MemoController.MemoView;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.file.FileNames;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.web.Downloads;
import fi.kumppani.kit.web.ETags;

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
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.Optional;

/**
 * The files that go with the memo of an event. A file is the body of a request, and its name stands
 * in {@code Content-Disposition}, for names of files may name people and addresses must not.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}/memo/attachments")
class AttachmentController {

    /** No path, nothing unseen, and not only an extension. */
    private final AttachFiles attachFiles;

    AttachmentController(AttachFiles attachFiles) {
        this.attachFiles = attachFiles;
    }

    /**
     * Attaches a file to a memo that is there: pdf, odt, ods, docx, xlsx, png, jpg, txt or csv (in
     * UTF-8), at most ten and 5 MB each. The same content again only takes another name.
     *
     * @param disposition {@code attachment; filename*=UTF-8''muistio.pdf} (RFC 6266)
     */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping
    ResponseEntity<AttachmentView> attach(
            @PathVariable String municipality,
            @PathVariable String event,
            @RequestHeader(name = HttpHeaders.CONTENT_DISPOSITION, required = false)
                    @Nullable String disposition,
            @RequestBody(required = false) byte @Nullable [] content) {
        String name = FileNames.read(disposition);
        if (content == null) {
            throw Problems.invalid("content", "empty", "The file is empty");
        }
        Outcome outcome =
                attachFiles
                        .attach(new EventId(event), name, FileContent.of(content))
                        .orElseThrow(Problems::notFound);
        return switch (outcome) {
            case Outcome.Attached(Memo memo, Attachment file) ->
                    ResponseEntity.created(
                                    URI.create(
                                            "/v1/municipalities/%s/events/%s/memo/attachments/%s"
                                                    .formatted(municipality, event, file.id())))
                            .eTag(ETags.of(memo.version()))
                            .body(AttachmentView.of(file));
            case Outcome.UnknownType _ ->
                    throw Problems.invalid(
                            "content",
                            "type",
                            "A pdf, odt, ods, docx or xlsx without macros, png, jpg, txt or csv in"
                                    + " UTF-8 whose name ends as its type does");
            case Outcome.NameTaken _ ->
                    throw Problems.invalid(
                            "name", "taken", "Another file of the memo is called so");
            case Outcome.Full _ ->
                    throw Problems.refused(
                            "attachments-full", "A memo has at most " + Attachments.MOST);
        };
    }

    /** The file, to be saved; that of a draft for coordinators of the municipality. */
    @OpenToAll
    @GetMapping("/{attachment}")
    ResponseEntity<byte[]> download(
            @PathVariable String event,
            @PathVariable String attachment,
            Optional<CurrentUser> user) {
        AttachFiles.Read read =
                attachFiles
                        .read(new EventId(event), attachment, MemoController.mayReadDrafts(user))
                        .orElseThrow(Problems::notFound);
        return Downloads.of(
                read.file().id(),
                read.file().name(),
                read.file().type().mediaType(),
                CacheControl.noCache(),
                read.content().bytes());
    }

    /** Takes a file away; said again, it is finished. */
    @OpenToRoles(Role.COORDINATOR)
    @DeleteMapping("/{attachment}")
    ResponseEntity<MemoView> remove(@PathVariable String event, @PathVariable String attachment) {
        return MemoController.view(
                attachFiles.remove(new EventId(event), attachment).orElseThrow(Problems::notFound));
    }
}
