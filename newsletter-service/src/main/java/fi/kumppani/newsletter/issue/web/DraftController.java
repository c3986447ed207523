package fi.kumppani.newsletter.issue.web;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;
import fi.kumppani.newsletter.issue.Chunks;
import fi.kumppani.newsletter.issue.Copy;
import fi.kumppani.newsletter.issue.Issue;
import fi.kumppani.newsletter.issue.Issues;
import fi.kumppani.newsletter.issue.Issues.Addition;
import fi.kumppani.newsletter.issue.Issues.Outcome;
import fi.kumppani.newsletter.issue.WriteIssue;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;

/** Where coordinators write issues, send them and see how far they are. */
@RestController
@RequestMapping("/v1/municipalities/{code}")
class DraftController {

    private final WriteIssue writeIssue;
    private final Issues issues;
    private final Chunks chunks;
    private final Ids ids;

    DraftController(WriteIssue writeIssue, Issues issues, Chunks chunks, Ids ids) {
        this.writeIssue = writeIssue;
        this.issues = issues;
        this.chunks = chunks;
        this.ids = ids;
    }

    /** What is fixed when a draft is made. */
    record MadeView(String id, String listId) {}

    /** What was ordered. */
    record OrderedView(String id, String state) {}

    @OpenToRoles(Role.COORDINATOR)
    @PostMapping("/lists/{listId}/issue-drafts")
    ResponseEntity<MadeView> draft(
            @PathVariable String code,
            @PathVariable String listId,
            @Valid @RequestBody IssueRequest request,
            IdempotencyKey key) {
        Copy copy = request.toCopy(ids.next(), listId);
        Addition addition =
                writeIssue
                        .draft(
                                copy,
                                new Creation(key.uniqueKey("newsletter.issue"), key.bodyHash()))
                        .orElseThrow(Problems::notFound);
        Stored<Issue> made =
                switch (addition) {
                    case Addition.Added(var added) -> added;
                    case Addition.Repeated(var before) -> before;
                    case Addition.KeyReused _ -> throw IdempotencyKey.reused();
                    case Addition.NumberTaken _ -> throw numberTaken();
                };
        return ResponseEntity.created(
                        URI.create("/v1/municipalities/" + code + "/issue-drafts/" + made.id()))
                .eTag(ETags.of(1))
                .body(new MadeView(made.id(), listId));
    }

    @OpenToRoles(Role.COORDINATOR)
    @GetMapping("/issue-drafts")
    Page<DraftView> all(@PathVariable String code, Cursor cursor) {
        String after = cursor.after();
        return cursor.page(issues.list(after == null ? "" : after, cursor.fetchSize()), Stored::id)
                .map(stored -> DraftView.of(stored.body()));
    }

    @OpenToRoles(Role.COORDINATOR)
    @GetMapping("/issue-drafts/{id}")
    ResponseEntity<DraftView> one(@PathVariable String code, @PathVariable String id) {
        return issues.find(id).map(DraftController::answer).orElseThrow(Problems::notFound);
    }

    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/issue-drafts/{id}")
    ResponseEntity<DraftView> change(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody IssueRequest request,
            IfMatch ifMatch) {
        return answer(
                kept(
                        writeIssue.change(
                                id,
                                ifMatch.version(),
                                copy -> request.toCopy(copy.id(), copy.listId()))));
    }

    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/issue-drafts/{id}/sending")
    ResponseEntity<OrderedView> send(
            @PathVariable String code, @PathVariable String id, IfMatch ifMatch) {
        Stored<Issue> ordered = kept(writeIssue.send(id, ifMatch.version()));
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .eTag(ETags.of(ordered.version()))
                .body(new OrderedView(id, DraftView.state(ordered.body())));
    }

    @OpenToRoles({Role.COORDINATOR, Role.OPERATOR})
    @GetMapping("/issue-drafts/{id}/sending")
    SendingView sending(@PathVariable String code, @PathVariable String id) {
        Issue issue = issues.find(id).orElseThrow(Problems::notFound).body();
        return SendingView.of(issue, chunks.findAll(id, SendingView.chunks(issue)));
    }

    private static Stored<Issue> kept(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Kept(var issue) -> issue;
            case Outcome.NotADraft _ ->
                    throw Problems.refused("not-a-draft", "It was ordered to be sent");
            case Outcome.NumberTaken _ -> throw numberTaken();
            case Outcome.Unknown _ -> throw Problems.notFound();
        };
    }

    private static Problem numberTaken() {
        return Problems.refused("number-taken", "Another issue of the list has this number");
    }

    private static ResponseEntity<DraftView> answer(Stored<Issue> issue) {
        return ResponseEntity.ok().eTag(ETags.of(issue.version())).body(DraftView.of(issue.body()));
    }
}
