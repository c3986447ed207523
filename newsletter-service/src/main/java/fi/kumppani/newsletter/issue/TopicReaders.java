package fi.kumppani.newsletter.issue;

import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.Mailbox;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.SubscriptionId;
import fi.kumppani.newsletter.subscription.Subscriptions;

import org.springframework.stereotype.Service;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds who reads about a topic: a mailbox that gets some list about it. */
@Service
class TopicReaders {

    private static final int PAGE = 1_000;

    private final Subscriptions subscriptions;
    private final Lists lists;

    TopicReaders(Subscriptions subscriptions, Lists lists) {
        this.subscriptions = subscriptions;
        this.lists = lists;
    }

    /**
     * Those of a list's readers who read about one of the topics.
     *
     * @param topics none leaves nobody out
     */
    List<Subscription.Confirmed> among(
            List<Subscription.Confirmed> readers, String listId, Set<String> topics) {
        if (topics.isEmpty() || readers.isEmpty()) {
            return readers;
        }
        List<String> about =
                lists.all().stream()
                        .filter(list -> isAbout(list, topics))
                        .map(NewsletterList::id)
                        .toList();
        if (about.contains(listId)) {
            return readers;
        }
        Set<Mailbox> found = mailboxes(readers, about);
        return readers.stream()
                .filter(reader -> found.contains(reader.identity().id().mailbox()))
                .toList();
    }

    private static boolean isAbout(NewsletterList list, Set<String> topics) {
        String topic = list.profile().topic();
        return topic != null && topics.contains(topic);
    }

    private Set<Mailbox> mailboxes(List<Subscription.Confirmed> readers, List<String> listIds) {
        Set<Mailbox> found = new HashSet<>();
        for (String listId : listIds) {
            List<SubscriptionId> possible =
                    readers.stream()
                            .map(reader -> reader.identity().id().mailbox())
                            .filter(mailbox -> !found.contains(mailbox))
                            .map(mailbox -> new SubscriptionId(listId, mailbox))
                            .toList();
            for (int from = 0; from < possible.size(); from += PAGE) {
                subscriptions
                        .findAll(possible.subList(from, Math.min(from + PAGE, possible.size())))
                        .stream()
                        .filter(Subscription.Confirmed.class::isInstance)
                        .map(subscription -> subscription.identity().id().mailbox())
                        .forEach(found::add);
            }
        }
        return found;
    }
}
