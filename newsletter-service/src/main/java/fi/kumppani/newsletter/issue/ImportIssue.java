package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.newsletter.issue.Issues.Addition;
import fi.kumppani.newsletter.subscription.Lists;

import org.springframework.stereotype.Service;

/** Takes over issues that were sent before this system was there; nobody is mailed. */
@Service
public class ImportIssue {

    private static final String OPERATION = "newsletter.issue.import";

    private final Issues issues;
    private final Archive archive;
    private final Lists lists;

    ImportIssue(Issues issues, Archive archive, Lists lists) {
        this.issues = issues;
        this.archive = archive;
        this.lists = lists;
    }

    /** What became of a row. */
    public sealed interface Row {

        /** It is in the archive now. */
        record Imported(String id) implements Row {}

        /** The same row was imported before; nothing was changed. */
        record Unchanged(String id) implements Row {}

        /** Another row with this key was imported before. */
        record KeyReused() implements Row {}

        /** Another issue of the list has the number. */
        record NumberTaken() implements Row {}

        /** There is no such list. */
        record UnknownList() implements Row {}
    }

    /**
     * Takes one issue.
     *
     * @param key stable at its source: the same key again is the same row
     * @param contentHash of the row
     */
    public Row take(String key, String contentHash, Issue.Sent issue) {
        if (lists.find(issue.copy().listId()).isEmpty()) {
            return new Row.UnknownList();
        }
        var creation = new Creation(OPERATION + ":" + Tenancy.current() + ":" + key, contentHash);
        return switch (issues.add(issue, creation)) {
            case Addition.Added(var added) -> {
                file(added.body());
                yield new Row.Imported(added.id());
            }
            case Addition.Repeated(var before) -> {
                file(before.body());
                yield new Row.Unchanged(before.id());
            }
            case Addition.KeyReused _ -> new Row.KeyReused();
            case Addition.NumberTaken _ -> new Row.NumberTaken();
        };
    }

    /** Also for a repeat: the first time may have broken off in between. */
    private void file(Issue kept) {
        if (kept instanceof Issue.Sent sent) {
            archive.file(sent.copy().listId(), new Archive.Entry(sent.copy().id(), sent.sentAt()));
        }
    }
}
