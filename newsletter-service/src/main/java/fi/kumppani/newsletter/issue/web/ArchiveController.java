package fi.kumppani.newsletter.issue.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;
import fi.kumppani.newsletter.issue.Copy;
import fi.kumppani.newsletter.issue.Issue;
import fi.kumppani.newsletter.issue.ReadArchive;
import fi.kumppani.newsletter.issue.ReadArchive.Published;

import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/** The issues that were sent, newest first, for everybody. */
@RestController
@RequestMapping("/v1/municipalities/{code}/issues")
class ArchiveController {

    private final ReadArchive readArchive;

    ArchiveController(ReadArchive readArchive) {
        this.readArchive = readArchive;
    }

    /** The list an issue went to. */
    record ListView(String id, LocalizedText name) {}

    /**
     * An issue in a list of them.
     *
     * @param label its number as people say it, {@code 2/2024}
     * @param sentAt when sending began
     * @param recipients how many it was sent to
     * @param imported whether it was sent before this system was there
     */
    record SummaryView(
            String id,
            ListView list,
            int number,
            int year,
            String label,
            LocalizedText title,
            Instant sentAt,
            int recipients,
            boolean imported) {

        static SummaryView of(Published published) {
            Issue.Sent issue = published.issue();
            Copy copy = issue.copy();
            return new SummaryView(
                    copy.id(),
                    new ListView(published.list().id(), published.list().name()),
                    copy.number(),
                    copy.year(),
                    copy.label(),
                    copy.title(),
                    issue.sentAt(),
                    issue.recipients(),
                    issue.imported());
        }
    }

    /** An issue with all it says. */
    record IssueView(
            String id,
            ListView list,
            int number,
            int year,
            String label,
            LocalizedText title,
            List<ItemView> items,
            Instant sentAt,
            int recipients,
            boolean imported) {

        static IssueView of(Published published) {
            SummaryView summary = SummaryView.of(published);
            return new IssueView(
                    summary.id(),
                    summary.list(),
                    summary.number(),
                    summary.year(),
                    summary.label(),
                    summary.title(),
                    published.issue().copy().items().stream().map(ItemView::of).toList(),
                    summary.sentAt(),
                    summary.recipients(),
                    summary.imported());
        }
    }

    @OpenToAll
    @GetMapping
    Page<SummaryView> newest(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(defaultValue = "") @Size(max = 100) String q,
            Cursor cursor) {
        return cursor.page(
                        readArchive.newest(list, q, cursor.after(), cursor.fetchSize()),
                        Published::position)
                .map(SummaryView::of);
    }

    @OpenToAll
    @GetMapping("/{id}")
    IssueView one(@PathVariable String code, @PathVariable String id) {
        return readArchive.one(id).map(IssueView::of).orElseThrow(Problems::notFound);
    }
}
