package fi.kumppani.newsletter.issue.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.issue.Copy;
import fi.kumppani.newsletter.issue.Issue;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * An issue as those who write it see it.
 *
 * @param segment whom of the list's readers it is meant for
 * @param state {@code draft}, {@code scheduled}, {@code freezing}, {@code frozen}, {@code sending},
 *     {@code paused}, {@code sent} or {@code cancelled}
 * @param approved whether somebody else than its writer said that it may go out
 * @param sendAt when it is to be sent; absent unless it is scheduled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftView(
        String id,
        String listId,
        int number,
        int year,
        LocalizedText title,
        List<ItemView> items,
        SegmentView segment,
        String state,
        boolean approved,
        @Nullable Instant sendAt) {

    static DraftView of(Issue issue) {
        Copy copy = issue.copy();
        return new DraftView(
                copy.id(),
                copy.listId(),
                copy.number(),
                copy.year(),
                copy.title(),
                copy.items().stream().map(ItemView::of).toList(),
                SegmentView.of(copy.segment()),
                state(issue),
                isApproved(issue),
                issue instanceof Issue.Scheduled scheduled ? scheduled.at() : null);
    }

    private static boolean isApproved(Issue issue) {
        return switch (issue) {
            case Issue.Draft draft -> draft.hands().approver() != null;
            case Issue.Scheduled scheduled -> scheduled.hands().approver() != null;
            case Issue.Freezing _,
                    Issue.Frozen _,
                    Issue.Sending _,
                    Issue.Sent _,
                    Issue.Cancelled _ ->
                    false;
        };
    }

    static String state(Issue issue) {
        return switch (issue) {
            case Issue.Draft _ -> "draft";
            case Issue.Scheduled _ -> "scheduled";
            case Issue.Cancelled _ -> "cancelled";
            case Issue.Freezing _ -> "freezing";
            case Issue.Frozen _ -> "frozen";
            case Issue.Sending sending -> sending.paused() ? "paused" : "sending";
            case Issue.Sent _ -> "sent";
        };
    }
}
