package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.newsletter.letter.Block;
import fi.kumppani.newsletter.subscription.LatestIssue;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.Subscription;

import org.springframework.stereotype.Service;

import java.time.Instant;
import java.util.List;

/** Finds the latest issue in the archive, sent by this system or before it was there. */
@Service
class EnclosedIssue implements LatestIssue {

    private static final int LOOKED_THROUGH = 20;

    private final Archive archive;
    private final Issues issues;

    EnclosedIssue(Archive archive, Issues issues) {
        this.archive = archive;
        this.issues = issues;
    }

    @Override
    public List<Block> enclosedFor(Subscription.Confirmed reader, NewsletterList list) {
        return archive.of(List.of(list.id())).stream()
                .limit(LOOKED_THROUGH)
                .flatMap(entry -> issues.find(entry.issueId()).stream())
                .map(Stored::body)
                .filter(issue -> issue.copy().segment().isEverybody())
                .filter(Issue.Sent.class::isInstance)
                .map(Issue.Sent.class::cast)
                .findFirst()
                .filter(sent -> !hadIt(reader, sent.sentAt()))
                .map(sent -> IssueContents.enclosed(sent.copy(), reader.language()))
                .orElse(List.of());
    }

    /** Who read the list when it was sent, or joined after that, got it then. */
    private static boolean hadIt(Subscription.Confirmed reader, Instant sentAt) {
        return reader.past().stream().anyMatch(before -> before.endedAt().isAfter(sentAt));
    }
}
