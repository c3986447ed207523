package fi.kumppani.newsletter.mail;

import fi.kumppani.kit.store.Stored;

import java.util.List;

/** What municipalities say in mails in words of their own. */
public interface MailTemplates {

    /** The current municipality's for a kind; in version 0 when it has never written any. */
    Stored<MailTemplate> of(MailKind kind);

    /**
     * The same for who sends mails: as it was five seconds ago at most. What this instance wrote
     * shows at once.
     */
    MailTemplate lately(MailKind kind);

    /** The kinds for which the current municipality has words of its own. */
    List<MailKind> written();

    /**
     * Puts the current municipality's words for a kind in the place of those before.
     *
     * @param version the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Stored<MailTemplate> write(MailKind kind, long version, MailTemplate template);
}
