package fi.kumppani.newsletter.subscription;

import java.util.List;

/**
 * Stands for one mailbox in the whole deployment, and tells nothing about it to whoever reads it
 * without the key.
 *
 * @param print keyed hash of the address; characters that ids may have
 */
public record Mailbox(String print) {

    /** The subscriptions it may have, one to each of the lists. */
    List<SubscriptionId> on(List<NewsletterList> lists) {
        return lists.stream().map(list -> new SubscriptionId(list.id(), this)).toList();
    }
}
