package fi.kumppani.newsletter.issue;

import fi.kumppani.newsletter.association.AssociationClasses;
import fi.kumppani.newsletter.subscription.Addressee;
import fi.kumppani.newsletter.subscription.Area;
import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.SubscriptionId;
import fi.kumppani.newsletter.subscription.Subscriptions;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds those of a list's readers whom an issue is meant for. The list is read page by page until a
 * page of it is empty: of a page that is not, everybody may be left out.
 */
@Service
class IntendedReaders {

    private static final int PAGE = 8 * Chunk.MOST;

    private final Subscriptions subscriptions;
    private final Lists lists;
    private final AssociationClasses classes;
    private final TopicReaders topicReaders;

    IntendedReaders(
            Subscriptions subscriptions,
            Lists lists,
            AssociationClasses classes,
            TopicReaders topicReaders) {
        this.topicReaders = topicReaders;
        this.subscriptions = subscriptions;
        this.lists = lists;
        this.classes = classes;
    }

    /**
     * How many there are.
     *
     * @param readers who read the list
     * @param intended those of them whom the issue is meant for
     */
    record Count(int readers, int intended) {}

    /**
     * The next of them in the order of their ids: {@value #PAGE} or somewhat more, fewer only when
     * there are no others.
     *
     * @param day in Finland; whose letters are paused on it is left out
     * @param after the one to begin behind; empty for the beginning
     */
    List<Subscription.Confirmed> next(Copy copy, LocalDate day, Optional<SubscriptionId> after) {
        List<Subscription.Confirmed> found = new ArrayList<>();
        Optional<SubscriptionId> last = after;
        List<Subscription.Confirmed> page;
        do {
            page = subscriptions.readers(copy.listId(), day, last, PAGE);
            found.addAll(among(page, copy));
            last = lastOf(page);
        } while (last.isPresent() && found.size() < PAGE);
        return found;
    }

    /**
     * Counts them.
     *
     * @param day in Finland; whose letters are paused on it does not count
     */
    Count count(Copy copy, LocalDate day) {
        int readers = 0;
        int intended = 0;
        Optional<SubscriptionId> last = Optional.empty();
        do {
            List<Subscription.Confirmed> page =
                    subscriptions.readers(copy.listId(), day, last, PAGE);
            readers += page.size();
            intended += among(page, copy).size();
            last = lastOf(page);
        } while (last.isPresent());
        return new Count(readers, intended);
    }

    private List<Subscription.Confirmed> among(List<Subscription.Confirmed> page, Copy copy) {
        Segment segment = copy.segment();
        if (segment.isEverybody()) {
            return page;
        }
        Map<String, Integer> known =
                segment.associationClasses().isEmpty()
                        ? Map.of()
                        : classes.of(
                                page.stream()
                                        .map(Subscription.Confirmed::to)
                                        .map(Addressee::associationId)
                                        .filter(Objects::nonNull)
                                        .distinct()
                                        .toList());
        Set<String> offered = segment.areas().isEmpty() ? Set.of() : offered(copy.listId());
        return topicReaders.among(
                page.stream()
                        .filter(reader -> segment.includes(reader.to(), offered, known))
                        .toList(),
                copy.listId(),
                segment.topics());
    }

    private Set<String> offered(String listId) {
        return lists.find(listId).stream()
                .flatMap(list -> list.profile().areas().stream())
                .map(Area::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<SubscriptionId> lastOf(List<Subscription.Confirmed> page) {
        return page.isEmpty() ? Optional.empty() : Optional.of(page.getLast().identity().id());
    }
}
