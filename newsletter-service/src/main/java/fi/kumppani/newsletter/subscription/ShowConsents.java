package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.newsletter.subscription.ManageSubscriptions.Entry;

import org.springframework.stereotype.Service;

import java.util.List;

/**
 * Proves what the owner of a mailbox agreed to in the current municipality, when and how, and when
 * and how it ended (GDPR, article 7, paragraph 1).
 */
@Service
public class ShowConsents {

    private final Mailboxes mailboxes;
    private final ManageSubscriptions manageSubscriptions;

    ShowConsents(Mailboxes mailboxes, ManageSubscriptions manageSubscriptions) {
        this.mailboxes = mailboxes;
        this.manageSubscriptions = manageSubscriptions;
    }

    /** The lists of which something is known of the mailbox. */
    public List<Entry> of(EmailAddress email) {
        return manageSubscriptions.all(mailboxes.of(email));
    }
}
