package fi.kumppani.newsletter.issue.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.issue.Copy;
import fi.kumppani.newsletter.issue.Issue;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An issue as those who write it see it.
 *
 * @param segment whom of the list's readers it is meant for
 * @param state {@code draft}, {@code scheduled}, {@code freezing}, {@code frozen}, {@code sending},
 *     {@code paused}, {@code sent} or {@code cancelled}
 * @param approved whether somebody who wrote none of it said that it may go out
 * @param own whether whoever asks wrote some of it, who then cannot approve it
 * @param begunAt when the draft was begun
 * @param sendAt when it is to be sent; absent unless it is scheduled
 * @param sentAt when sending began; absent before
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
        boolean own,
        Instant begunAt,
        @Nullable Instant sendAt,
        @Nullable Instant sentAt) {

    /**
     * The issue.
     *
     * @param reader whoever sees it, as a stable id
     */
    static DraftView of(Issue issue, String reader) {
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
                hands(issue).approver() != null,
                hands(issue).isWriter(reader),
                begunAt(copy.id()),
                issue instanceof Issue.Scheduled scheduled ? scheduled.at() : null,
                sentAt(issue));
    }

    /** An id begins with the moment at which it was made (UUID version 7: RFC 9562, 5.7). */
    private static Instant begunAt(String id) {
        return Instant.ofEpochMilli(UUID.fromString(id).getMostSignificantBits() >>> 16);
    }

    /** Whose hands it is in; nobody's from when it is sent on. */
    private static Issue.Hands hands(Issue issue) {
        return switch (issue) {
            case Issue.Draft draft -> draft.hands();
            case Issue.Scheduled scheduled -> scheduled.hands();
            case Issue.Freezing _,
                    Issue.Frozen _,
                    Issue.Sending _,
                    Issue.Sent _,
                    Issue.Cancelled _ ->
                    Issue.Hands.NOBODYS;
        };
    }

    private static @Nullable Instant sentAt(Issue issue) {
        return switch (issue) {
            case Issue.Sending sending -> sending.sentAt();
            case Issue.Sent sent -> sent.sentAt();
            case Issue.Cancelled cancelled -> cancelled.sentAt();
            case Issue.Draft _, Issue.Scheduled _, Issue.Freezing _, Issue.Frozen _ -> null;
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
