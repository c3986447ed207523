package fi.kumppani.newsletter.issue.web;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.issue.Copy;
import fi.kumppani.newsletter.issue.Issue;

import java.util.List;

/**
 * An issue as those who write it see it.
 *
 * @param state {@code draft}, {@code freezing}, {@code frozen}, {@code sending} or {@code sent}
 */
record DraftView(
        String id,
        String listId,
        int number,
        int year,
        LocalizedText title,
        List<ItemView> items,
        String state) {

    static DraftView of(Issue issue) {
        Copy copy = issue.copy();
        return new DraftView(
                copy.id(),
                copy.listId(),
                copy.number(),
                copy.year(),
                copy.title(),
                copy.items().stream().map(ItemView::of).toList(),
                state(issue));
    }

    static String state(Issue issue) {
        return switch (issue) {
            case Issue.Draft _ -> "draft";
            case Issue.Freezing _ -> "freezing";
            case Issue.Frozen _ -> "frozen";
            case Issue.Sending _ -> "sending";
            case Issue.Sent _ -> "sent";
        };
    }
}
