package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.util.List;

/** Knows which number of a year is the next on a list. */
@Service
class IssueNumbers {

    private static final int PAGE = 200;

    private final Issues issues;

    IssueNumbers(Issues issues) {
        this.issues = issues;
    }

    /** One more than the last of the year, drafts included; somebody else may take it meanwhile. */
    int next(String listId, int year) {
        int last = 0;
        String after = "";
        List<Stored<Issue>> page;
        do {
            page = issues.list(after, PAGE);
            for (var stored : page) {
                Copy copy = stored.body().copy();
                if (copy.listId().equals(listId) && copy.year() == year) {
                    last = Math.max(last, copy.number());
                }
                after = stored.id();
            }
        } while (page.size() == PAGE);
        return last + 1;
    }
}
