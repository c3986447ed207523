package fi.kumppani.newsletter.mail.messaging;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.newsletter.mail.News;

/** What mails tell, for tests that start no context. */
public final class MailWords {

    private MailWords() {}

    /** The translator. */
    public static MessageTranslator<News> translator() {
        return new MailMessageTranslator();
    }
}
