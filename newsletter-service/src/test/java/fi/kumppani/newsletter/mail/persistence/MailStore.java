package fi.kumppani.newsletter.mail.persistence;

import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.newsletter.mail.Mails;
import fi.kumppani.newsletter.mail.messaging.MailWords;

/** Opens the mails for tests that start no context. */
public final class MailStore {

    private MailStore() {}

    /** The mails in these collections. */
    public static Mails open(AggregateCollections collections) {
        return new StoredMails(collections, MailWords.translator());
    }
}
