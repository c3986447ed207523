package fi.kumppani.newsletter.issue.web;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
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
import fi.kumppani.newsletter.issue.OrderIssue;
import fi.kumppani.newsletter.issue.OrderIssue.Order;
import fi.kumppani.newsletter.issue.WriteIssue;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Where coordinators write issues, send them and see how far they are. */
@RestController
@RequestMapping("/v1/municipalities/{code}")
class DraftController {

    private static final String NOT_A_DRAFT = "not-a-draft";
    private static final String NOT_ON_ITS_WAY = "not-on-its-way";

    private final WriteIssue writeIssue;
    private final OrderIssue orderIssue;
    private final Issues issues;
    private final Chunks chunks;
    private final Ids ids;

    DraftController(
            WriteIssue writeIssue, OrderIssue orderIssue, Issues issues, Chunks chunks, Ids ids) {
        this.writeIssue = writeIssue;
        this.orderIssue = orderIssue;
        this.issues = issues;
        this.chunks = chunks;
        this.ids = ids;
    }

    /** What is fixed when a draft is made. */
    record MadeView(String id, String listId) {}

    /**
     * When an issue is to be sent.
     *
     * @param at a time to come; now when absent
     */
    record SendingRequest(@Nullable Instant at) {}

    /** What was ordered. */
    record OrderedView(String id, String state) {}

    @OpenToRoles({Role.COORDINATOR, Role.LETTER_WRITER})
    @PostMapping("/lists/{listId}/issue-drafts")
    ResponseEntity<MadeView> draft(
            @PathVariable String code,
            @PathVariable String listId,
            @Valid @RequestBody IssueRequest request,
            IdempotencyKey key,
            CurrentUser writer) {
        Copy copy = request.toCopy(ids.next(), listId);
        Addition addition =
                writeIssue
                        .draft(
                                copy,
                                writer.subject(),
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

    /**
     * The issues in the order they were made.
     *
     * @param sent whether those that were sent are among them
     */
    @OpenToRoles({Role.COORDINATOR, Role.LETTER_WRITER})
    @GetMapping("/issue-drafts")
    Page<DraftView> all(
            @PathVariable String code,
            @RequestParam(defaultValue = "true") boolean sent,
            Cursor cursor,
            CurrentUser reader) {
        String after = Objects.requireNonNullElse(cursor.after(), "");
        List<Stored<Issue>> found =
                sent
                        ? issues.list(after, cursor.fetchSize())
                        : issues.listUnsent(after, cursor.fetchSize());
        return cursor.page(found, Stored::id)
                .map(stored -> DraftView.of(stored.body(), reader.subject()));
    }

    @OpenToRoles({Role.COORDINATOR, Role.LETTER_WRITER})
    @GetMapping("/issue-drafts/{id}")
    ResponseEntity<DraftView> one(
            @PathVariable String code, @PathVariable String id, CurrentUser reader) {
        return issues.find(id).map(found -> answer(found, reader)).orElseThrow(Problems::notFound);
    }

    @OpenToRoles({Role.COORDINATOR, Role.LETTER_WRITER})
    @PutMapping("/issue-drafts/{id}")
    ResponseEntity<DraftView> change(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody IssueRequest request,
            IfMatch ifMatch,
            CurrentUser writer) {
        return answer(
                kept(
                        writeIssue.change(
                                id,
                                ifMatch.version(),
                                writer.subject(),
                                copy -> request.toCopy(copy.id(), copy.listId())),
                        NOT_A_DRAFT),
                writer);
    }

    /** Somebody who wrote none of it says that it may go out. */
    @OpenToRoles({Role.COORDINATOR, Role.LETTER_WRITER})
    @PutMapping("/issue-drafts/{id}/approval")
    ResponseEntity<DraftView> approve(
            @PathVariable String code,
            @PathVariable String id,
            IfMatch ifMatch,
            CurrentUser reader) {
        return answer(
                carried(orderIssue.approve(id, ifMatch.version(), reader.subject()), NOT_A_DRAFT),
                reader);
    }

    /** To be sent now, or at a time to come. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/issue-drafts/{id}/sending")
    ResponseEntity<OrderedView> send(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable SendingRequest request,
            IfMatch ifMatch) {
        return ordered(
                orderIssue.send(id, ifMatch.version(), request == null ? null : request.at()),
                NOT_A_DRAFT);
    }

    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/issue-drafts/{id}/sending/pause")
    ResponseEntity<OrderedView> pause(
            @PathVariable String code, @PathVariable String id, IfMatch ifMatch) {
        return ordered(orderIssue.pause(id, ifMatch.version()), NOT_ON_ITS_WAY);
    }

    @OpenToRoles(Role.COORDINATOR)
    @DeleteMapping("/issue-drafts/{id}/sending/pause")
    ResponseEntity<OrderedView> resume(
            @PathVariable String code, @PathVariable String id, IfMatch ifMatch) {
        return ordered(orderIssue.resume(id, ifMatch.version()), NOT_ON_ITS_WAY);
    }

    /**
     * One that waits for its time is a draft again; one whose recipients are being counted or that
     * is on its way stops for good.
     */
    @OpenToRoles(Role.COORDINATOR)
    @DeleteMapping("/issue-drafts/{id}/sending")
    ResponseEntity<OrderedView> cancel(
            @PathVariable String code, @PathVariable String id, IfMatch ifMatch) {
        return ordered(orderIssue.cancel(id, ifMatch.version()), NOT_ON_ITS_WAY);
    }

    @OpenToRoles({Role.COORDINATOR, Role.LETTER_WRITER, Role.OPERATOR})
    @GetMapping("/issue-drafts/{id}/sending")
    SendingView sending(@PathVariable String code, @PathVariable String id) {
        Issue issue = issues.find(id).orElseThrow(Problems::notFound).body();
        return SendingView.of(issue, chunks.findAll(id, SendingView.chunks(issue)));
    }

    private static ResponseEntity<OrderedView> ordered(Order order, String reason) {
        Stored<Issue> issue = carried(order, reason);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .eTag(ETags.of(issue.version()))
                .body(new OrderedView(issue.id(), DraftView.state(issue.body())));
    }

    private static Stored<Issue> carried(Order order, String reason) {
        return switch (order) {
            case Order.Carried(var outcome) -> kept(outcome, reason);
            case Order.Refused(var why) ->
                    throw switch (why) {
                        case OWN_WORDS, NOT_APPROVED, FAULTY -> Problems.refused(why);
                        case IN_THE_PAST ->
                                Problems.invalid("at", "in-the-past", "That time has been");
                    };
        };
    }

    private static Stored<Issue> kept(Outcome outcome, String reason) {
        return switch (outcome) {
            case Outcome.Kept(var issue) -> issue;
            case Outcome.NotPossible _ -> throw Problems.refused(reason, null);
            case Outcome.NumberTaken _ -> throw numberTaken();
            case Outcome.Unknown _ -> throw Problems.notFound();
        };
    }

    private static Problem numberTaken() {
        return Problems.refused("number-taken", "Another issue of the list has this number");
    }

    private static ResponseEntity<DraftView> answer(Stored<Issue> issue, CurrentUser reader) {
        return ResponseEntity.ok()
                .eTag(ETags.of(issue.version()))
                .body(DraftView.of(issue.body(), reader.subject()));
    }
}
