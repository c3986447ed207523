package fi.kumppani.newsletter.issue.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.web.ReaderLanguage;
import fi.kumppani.newsletter.issue.CheckIssue;
import fi.kumppani.newsletter.issue.CheckIssue.Finding;
import fi.kumppani.newsletter.issue.Copy;
import fi.kumppani.newsletter.issue.Issues;
import fi.kumppani.newsletter.issue.PreviewIssue;
import fi.kumppani.newsletter.letter.Content;
import fi.kumppani.newsletter.letter.Layout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.util.List;

/** Where coordinators see an issue before readers do. */
@RestController
@RequestMapping("/v1/municipalities/{code}/issue-drafts/{id}")
class PreviewController {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Issues issues;
    private final CheckIssue checkIssue;
    private final PreviewIssue previewIssue;

    PreviewController(Issues issues, CheckIssue checkIssue, PreviewIssue previewIssue) {
        this.issues = issues;
        this.checkIssue = checkIssue;
        this.previewIssue = previewIssue;
    }

    /** What was found. */
    record ChecksView(List<FindingView> findings) {}

    /**
     * Something found.
     *
     * @param severity {@code error}: it cannot be sent so; or {@code warning}
     * @param field where
     * @param code what
     */
    record FindingView(String severity, String field, String code) {

        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.error() ? "error" : "warning", finding.field(), finding.code());
        }
    }

    /** A letter as a reader gets it. */
    record PreviewView(String lang, String subject, String html, String text) {}

    /** Whom to send it to. */
    record TestRequest(@NotBlank @Size(max = 254) String email, @NotNull Language language) {

        @Override
        public String toString() {
            return "TestRequest[]";
        }
    }

    /** What became of it. */
    record TestView(String status) {}

    @OpenToRoles({Role.COORDINATOR, Role.LETTER_WRITER})
    @GetMapping("/checks")
    ChecksView check(@PathVariable String code, @PathVariable String id) {
        return new ChecksView(checkIssue.of(copy(id)).stream().map(FindingView::of).toList());
    }

    @OpenToRoles({Role.COORDINATOR, Role.LETTER_WRITER})
    @GetMapping("/preview")
    PreviewView preview(@PathVariable String code, @PathVariable String id, ReaderLanguage reader) {
        Content content = previewIssue.content(copy(id), reader.language());
        return new PreviewView(
                reader.language().code(),
                content.subject(),
                Layout.html(content),
                Layout.text(content));
    }

    @OpenToRoles({Role.COORDINATOR, Role.LETTER_WRITER})
    @RateLimited
    @PostMapping("/test-letters")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TestView send(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody TestRequest request) {
        EmailAddress email =
                EmailAddress.parse(request.email())
                        .orElseThrow(
                                () ->
                                        Problems.invalid(
                                                "email",
                                                "email",
                                                "An address has the form name@example.org"));
        return switch (previewIssue.send(copy(id), email, request.language())) {
            case SENT -> new TestView("sent");
            case NOT_TAKEN -> throw Problems.refused("not-taken", "The mail server refused it");
            case CLOSED -> throw Problems.unavailable(SOON);
        };
    }

    private Copy copy(String id) {
        return issues.find(id).orElseThrow(Problems::notFound).body().copy();
    }
}
