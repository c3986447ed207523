package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.newsletter.subscription.Subscription.Shown;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the owner of a mailbox chooses in the current municipality, by a link that was mailed to
 * them: which lists, in which language, a pause, an end, and the erasure of all of it. The link
 * shows that the mailbox is theirs, so a list they join here needs no other confirmation.
 */
@Service
public class ManageSubscriptions {

    /** The longest pause; who wants a longer one leaves. */
    public static final int MOST_PAUSED_MONTHS = 12;

    private final Lists lists;
    private final Subscriptions subscriptions;
    private final SubscriptionLinks links;
    private final Ids ids;
    private final Clock clock;

    ManageSubscriptions(
            Lists lists,
            Subscriptions subscriptions,
            SubscriptionLinks links,
            Ids ids,
            Clock clock) {
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is chosen now.
     *
     * @param entries the lists that are open, and those that the mailbox gets
     * @param to whom letters go to; null when nothing is subscribed to, as no address is kept then
     * @param pausedUntil the day from which on letters come again; null when they come
     * @param areas codes of the areas they want to hear of; empty for the whole municipality
     */
    public record Preferences(
            List<Entry> entries,
            @Nullable Addressee to,
            @Nullable LocalDate pausedUntil,
            Set<String> areas) {

        /** Copies the list and the codes. */
        public Preferences {
            entries = List.copyOf(entries);
            areas = Set.copyOf(areas);
        }
    }

    /**
     * A list and what is known of the mailbox on it.
     *
     * @param subscription null when nothing is
     */
    public record Entry(NewsletterList list, @Nullable Subscription subscription) {

        /** Whether its letters come. */
        public boolean isJoined() {
            return subscription instanceof Subscription.Confirmed;
        }
    }

    /**
     * What its owner wants.
     *
     * @param language of all letters
     * @param pausedUntil the day from which on letters are to come again; null for no pause
     * @param areas codes of the areas they want to hear of, those that a list offers count for it;
     *     empty for the whole municipality, null for what was chosen before
     * @param joined ids of the lists they want
     * @param offered ids of the lists they were shown; others stay as they are
     */
    public record Choice(
            Language language,
            @Nullable LocalDate pausedUntil,
            @Nullable Collection<String> areas,
            Collection<String> joined,
            Collection<String> offered) {

        /** Copies the ids and codes. */
        public Choice {
            areas = areas == null ? null : Set.copyOf(areas);
            joined = Set.copyOf(joined);
            offered = Set.copyOf(offered);
        }
    }

    /** What became of a choice. */
    public sealed interface Outcome {

        /** It holds. */
        record Kept(Preferences now) implements Outcome {}

        /** The link opens nothing. */
        record Unknown() implements Outcome {}

        /** A pause ends on a day to come, within twelve months. */
        record NoSuchPause() implements Outcome {}
    }

    /** What the link shows; empty when it opens nothing. */
    public Optional<Preferences> see(String token) {
        return open(token).map(this::preferences);
    }

    /** All that the link's owner may know and take away; empty when it opens nothing. */
    public Optional<List<Entry>> data(String token) {
        return open(token).map(this::all);
    }

    /** The lists of which something is known of the mailbox, closed ones too. */
    List<Entry> all(Mailbox mailbox) {
        Map<String, Subscription> known = known(mailbox);
        return lists.all().stream()
                .filter(list -> known.containsKey(list.id()))
                .map(list -> new Entry(list, known.get(list.id())))
                .toList();
    }

    /**
     * Makes it as its owner wants it. A choice that broke off in between is made whole by making it
     * once more.
     *
     * @param shown what they agreed to by joining
     */
    public Outcome choose(String token, Choice choice, Shown shown) {
        Optional<Mailbox> mailbox = open(token);
        if (mailbox.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!isPossible(choice.pausedUntil())) {
            return new Outcome.NoSuchPause();
        }
        Preferences before = preferences(mailbox.get());
        Instant now = now();
        Addressee to = before.to();
        if (to != null) {
            Collection<String> areas = choice.areas() == null ? before.areas() : choice.areas();
            for (Entry entry : joinedFirst(before.entries(), choice)) {
                Addressee asWanted = to.in(choice.language(), entry.list().profile().known(areas));
                choose(entry, asWanted, mailbox.get(), choice, shown, now);
            }
        }
        return new Outcome.Kept(preferences(mailbox.get()));
    }

    /**
     * Ends all that a mailbox gets in the municipality, as nothing more is to be sent to it.
     *
     * @param channel why, for the record
     */
    public void end(Mailbox mailbox, String channel) {
        Instant now = now();
        known(mailbox)
                .values()
                .forEach(
                        known ->
                                move(
                                        known.identity().id(),
                                        is -> LeaveList.left(is, now, channel)));
    }

    /**
     * Leaves all lists of the municipality.
     *
     * @param channel how, for the record
     * @return what is chosen then; empty when the link opens nothing
     */
    public Optional<Preferences> leaveAll(String token, String channel) {
        return open(token)
                .map(
                        mailbox -> {
                            end(mailbox, channel);
                            return preferences(mailbox);
                        });
    }

    /**
     * Erases what is known of the mailbox in the municipality, the evidence of what was agreed
     * included: whoever wants that gives up proving it too (GDPR, article 17). What must be told of
     * the end is told first.
     *
     * @return whether the link opened anything: the lists that were erased from; empty if not
     */
    public Optional<Integer> erase(String token) {
        return open(token)
                .map(
                        mailbox -> {
                            Collection<Subscription> known = known(mailbox).values();
                            for (Subscription each : known) {
                                SubscriptionId id = each.identity().id();
                                move(id, Subscription::erase);
                                var _ = subscriptions.forget(id, Instant.MIN);
                            }
                            return known.size();
                        });
    }

    private void choose(
            Entry entry,
            Addressee asWanted,
            Mailbox mailbox,
            Choice choice,
            Shown shown,
            Instant now) {
        String listId = entry.list().id();
        SubscriptionId id = new SubscriptionId(listId, mailbox);
        if (choice.offered().contains(listId) && !choice.joined().contains(listId)) {
            move(id, known -> LeaveList.left(known, now, "preferences"));
        } else if (entry.subscription() != null) {
            boolean joins = choice.joined().contains(listId);
            move(id, known -> chosen(known, joins, asWanted, choice, shown, now));
        } else if (choice.joined().contains(listId) && entry.list().profile().open()) {
            var wish =
                    new Subscription.Asked(
                            new Subscription.Identity(id, ids.next(), 1),
                            List.of(),
                            asWanted,
                            shown,
                            now);
            var _ = subscriptions.add(wish);
            move(id, known -> chosen(known, true, asWanted, choice, shown, now));
        }
    }

    private static Subscription chosen(
            Subscription known,
            boolean joins,
            Addressee to,
            Choice choice,
            Shown shown,
            Instant now) {
        return switch (known) {
            case Subscription.Confirmed in ->
                    choice.areas() == null
                            ? in.prefer(choice.language(), choice.pausedUntil())
                            : in.prefer(choice.language(), choice.pausedUntil(), to.areas());
            case Subscription.Asked asked when joins ->
                    asked.again(to, shown, now)
                            .confirm(now)
                            .prefer(choice.language(), choice.pausedUntil());
            case Subscription.Ended ended when joins ->
                    ended.again(to, shown, now)
                            .confirm(now)
                            .prefer(choice.language(), choice.pausedUntil());
            case Subscription.Asked _, Subscription.Ended _ -> known;
        };
    }

    /** An address is kept as long as one list is joined, so joining comes before leaving. */
    private static List<Entry> joinedFirst(List<Entry> entries, Choice choice) {
        return entries.stream()
                .sorted(Comparator.comparing(entry -> !choice.joined().contains(entry.list().id())))
                .toList();
    }

    private boolean isPossible(@Nullable LocalDate pausedUntil) {
        LocalDate today = FinnishTime.dayOf(clock.instant());
        return pausedUntil == null
                || (pausedUntil.isAfter(today)
                        && !pausedUntil.isAfter(today.plusMonths(MOST_PAUSED_MONTHS)));
    }

    private Optional<Mailbox> open(String token) {
        return links.openPreferences(token)
                .filter(
                        opened ->
                                subscriptions.findAll(List.of(opened.id())).stream()
                                        .anyMatch(
                                                known ->
                                                        known.identity().round() == opened.round()
                                                                && !isErased(known)))
                .map(opened -> opened.id().mailbox());
    }

    private Preferences preferences(Mailbox mailbox) {
        Map<String, Subscription> known = known(mailbox);
        List<Entry> entries =
                lists.all().stream()
                        .map(list -> new Entry(list, known.get(list.id())))
                        .filter(entry -> entry.isJoined() || entry.list().profile().open())
                        .toList();
        List<Subscription.Confirmed> joined =
                known.values().stream()
                        .filter(Subscription.Confirmed.class::isInstance)
                        .map(Subscription.Confirmed.class::cast)
                        .toList();
        Optional<Subscription.Confirmed> reader = joined.stream().findFirst();
        return new Preferences(
                entries,
                reader.map(Subscription.Confirmed::to).orElse(null),
                reader.map(Subscription.Confirmed::pausedUntil).orElse(null),
                joined.stream()
                        .flatMap(each -> each.to().areas().stream())
                        .collect(Collectors.toSet()));
    }

    private Map<String, Subscription> known(Mailbox mailbox) {
        Map<String, Subscription> known = new HashMap<>();
        subscriptions.findAll(mailbox.on(lists.all())).stream()
                .filter(subscription -> !isErased(subscription))
                .forEach(
                        subscription ->
                                known.put(subscription.identity().id().listId(), subscription));
        return known;
    }

    private static boolean isErased(Subscription known) {
        return known instanceof Subscription.Ended ended && ended.isErased();
    }

    private void move(SubscriptionId id, UnaryOperator<Subscription> move) {
        var _ = subscriptions.move(id, move);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
