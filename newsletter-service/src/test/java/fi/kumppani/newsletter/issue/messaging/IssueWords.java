package fi.kumppani.newsletter.issue.messaging;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.newsletter.issue.News;

/** What issues tell, for tests that start no context. */
public final class IssueWords {

    private IssueWords() {}

    /** The translator. */
    public static MessageTranslator<News> translator() {
        return new IssueMessageTranslator();
    }
}
