package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.newsletter.issue.Issues.Addition;
import fi.kumppani.newsletter.issue.Issues.Outcome;
import fi.kumppani.newsletter.subscription.Lists;

import org.springframework.stereotype.Service;

import java.util.Optional;

/** Drafts an issue and changes the draft. */
@Service
public class WriteIssue {

    private final Issues issues;
    private final Lists lists;

    WriteIssue(Issues issues, Lists lists) {
        this.issues = issues;
        this.lists = lists;
    }

    /**
     * Begins a draft.
     *
     * @param writer who writes it
     * @return empty when there is no such list
     */
    public Optional<Addition> draft(Copy copy, String writer, Creation creation) {
        return lists.find(copy.listId())
                .map(_ -> issues.add(new Issue.Draft(copy, Issue.Hands.of(writer)), creation));
    }

    /** Changes a draft; its list stays, and what was approved is to be approved anew. */
    public Outcome change(String id, long version, String writer, Rewording rewording) {
        return issues.change(
                id,
                version,
                issue ->
                        issue instanceof Issue.Draft draft
                                ? Optional.of(draft.with(rewording.of(draft.copy()), writer))
                                : Optional.empty());
    }

    /** Other words for a draft. */
    @FunctionalInterface
    public interface Rewording {

        /** The copy in other words. */
        Copy of(Copy copy);
    }
}
