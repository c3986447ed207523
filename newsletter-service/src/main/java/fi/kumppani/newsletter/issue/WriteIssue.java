package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.issue.Issues.Addition;
import fi.kumppani.newsletter.issue.Issues.Outcome;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.subscription.Lists;

import org.springframework.stereotype.Service;

import java.util.Optional;

/** Drafts an issue, changes the draft, and gives the order to send it. */
@Service
public class WriteIssue {

    private final Issues issues;
    private final Lists lists;
    private final Senders senders;
    private final IssueWaker waker;

    WriteIssue(Issues issues, Lists lists, Senders senders, IssueWaker waker) {
        this.issues = issues;
        this.lists = lists;
        this.senders = senders;
        this.waker = waker;
    }

    /**
     * Begins a draft.
     *
     * @return empty when there is no such list
     */
    public Optional<Addition> draft(Copy copy, Creation creation) {
        return lists.find(copy.listId()).map(_ -> issues.add(new Issue.Draft(copy), creation));
    }

    /** Changes a draft; its list stays. */
    public Outcome change(String id, long version, Rewording rewording) {
        return issues.change(id, version, draft -> draft.with(rewording.of(draft.copy())));
    }

    /**
     * Gives the order to send a draft: its recipients are counted, and each of them gets it once.
     */
    public Outcome send(String id, long version) {
        String domain = senders.of(Language.FI).address().domain();
        Outcome outcome = issues.change(id, version, draft -> draft.send(domain));
        if (outcome instanceof Outcome.Kept) {
            waker.wake(new Work(id, Tenancy.current()));
        }
        return outcome;
    }

    /** Other words for a draft. */
    @FunctionalInterface
    public interface Rewording {

        /** The copy in other words. */
        Copy of(Copy copy);
    }
}
