package fi.kumppani.newsletter.issue;

import static fi.kumppani.newsletter.stand.Instance.SEINAJOKI;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.stand.Instance;
import fi.kumppani.newsletter.stand.KnownRecipients;
import fi.kumppani.newsletter.stand.SettableClock;
import fi.kumppani.newsletter.subscription.Addressee;
import fi.kumppani.newsletter.subscription.Mailbox;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.SubscriptionId;
import fi.kumppani.newsletter.subscription.Subscriptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who is written down of a list of which many, and whole pages, are left out. */
class FreezeRecipientsTests {

    private static final String LIST = "list";
    private static final String ISSUE = "0192f3c4-0000-7000-8000-000000000001";
    private static final int READERS = 5_000;
    private static final Segment SWEDISH =
            new Segment(Set.of(Language.SV), Set.of(), Set.of(), Set.of());

    /** Between the two lie more than a page of others. */
    private static final List<Integer> SWEDES =
            Stream.concat(IntStream.range(0, 300).boxed(), IntStream.range(4_600, 4_900).boxed())
                    .toList();

    private final SettableClock clock = new SettableClock(Instant.parse("2024-08-28T06:00:00Z"));
    private final FaultyStore store = new FaultyStore();
    private final Readers readers = new Readers();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void goesOnBehindPagesOfWhichEverybodyIsLeftOut() {
        Instance instance = instance(store.way());
        order(instance, SWEDISH);

        freeze(instance, SWEDISH);

        assertThat(frozen(instance).recipients()).isEqualTo(SWEDES.size());
        assertThat(written(instance)).containsExactlyElementsOf(names(SWEDES));
        assertThat(chunks(instance))
                .extracting(chunk -> chunk.letters().size())
                .as("chunks are full whatever is left out between their letters")
                .containsExactly(256, 256, 88);
    }

    @Test
    void writesNobodyDownWhenEverybodyIsLeftOut() {
        Segment english = new Segment(Set.of(Language.EN), Set.of(), Set.of(), Set.of());
        Instance instance = instance(store.way());
        order(instance, english);

        freeze(instance, english);

        assertThat(frozen(instance)).extracting(Issue.Frozen::recipients).isEqualTo(0);
        assertThat(chunks(instance)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void goesOnWhereOneDiedWhoHadWrittenSome(int writes) {
        FaultyStore.Way way = store.way();
        Instance dying = instance(way);
        order(dying, SWEDISH);
        way.befall(FaultyStore.afterWrites(writes));
        Thread process = Thread.ofVirtual().start(() -> freezeUntilStopped(dying));
        Instance next = instance(store.way());
        await().until(() -> chunks(next).size() >= Math.min(writes, 3));
        process.interrupt();
        await().until(() -> !process.isAlive());

        freeze(next, SWEDISH);

        assertThat(frozen(next).recipients()).isEqualTo(SWEDES.size());
        assertThat(written(next)).containsExactlyElementsOf(names(SWEDES));
    }

    @Test
    void writesEachDownOnceWhenTwoDoItAtOnce() throws InterruptedException {
        Instance one = instance(store.way());
        Instance other = instance(store.way());
        order(one, SWEDISH);

        Thread first = Thread.ofVirtual().start(() -> freeze(one, SWEDISH));
        Thread second = Thread.ofVirtual().start(() -> freeze(other, SWEDISH));
        assertThat(first.join(Duration.ofSeconds(30))).isTrue();
        assertThat(second.join(Duration.ofSeconds(30))).isTrue();

        assertThat(frozen(one).recipients()).isEqualTo(SWEDES.size());
        assertThat(written(one)).containsExactlyElementsOf(names(SWEDES));
    }

    @Test
    void leavesAnIssueStoppedThatWasStoppedMeanwhile() {
        Instance instance = instance(store.way());
        order(instance, SWEDISH);
        Tenancy.runIn(
                SEINAJOKI,
                () -> {
                    var _ =
                            instance.issues.move(
                                    ISSUE, is -> ((Issue.Freezing) is).cancel(clock.instant()));
                });

        freeze(instance, SWEDISH);

        assertThat(Tenancy.callIn(SEINAJOKI, () -> instance.issues.find(ISSUE).orElseThrow()))
                .extracting(Stored::body)
                .isInstanceOf(Issue.Cancelled.class);
    }

    private Instance instance(FaultyStore.Way way) {
        return new Instance(
                way,
                () -> new Postbox.Opening.Closed(Duration.ofSeconds(7)),
                new KnownRecipients(),
                clock);
    }

    private void order(Instance on, Segment segment) {
        Tenancy.runIn(
                SEINAJOKI,
                () -> {
                    var _ =
                            on.issues.add(
                                    new Issue.Draft(copy(segment)), new Creation("issue", ""));
                    var _ =
                            on.issues.move(
                                    ISSUE,
                                    draft -> ((Issue.Draft) draft).send("seinajoki.example.org"));
                });
    }

    private static Copy copy(Segment segment) {
        return new Copy(ISSUE, LIST, 2, 2024, LocalizedText.finnish("Kirje"), List.of(), segment);
    }

    private void freeze(Instance on, Segment segment) {
        Tenancy.runIn(
                SEINAJOKI,
                () ->
                        new FreezeRecipients(
                                        on.issues,
                                        on.chunks,
                                        new IntendedReaders(
                                                readers,
                                                on.lists,
                                                _ -> Map.of(),
                                                new TopicReaders(readers, on.lists)),
                                        clock)
                                .freeze(copy(segment)));
    }

    private void freezeUntilStopped(Instance on) {
        try {
            freeze(on, SWEDISH);
        } catch (CancellationException | com.mongodb.MongoException e) {
            assertThat(e).as("a process that has died").isNotNull();
        }
    }

    private static Issue.Frozen frozen(Instance on) {
        return (Issue.Frozen)
                Tenancy.callIn(SEINAJOKI, () -> on.issues.find(ISSUE).orElseThrow().body());
    }

    private static List<Chunk> chunks(Instance on) {
        return Tenancy.callIn(SEINAJOKI, () -> on.chunks.findAll(ISSUE, 30));
    }

    private static List<String> written(Instance on) {
        return chunks(on).stream()
                .flatMap(chunk -> chunk.letters().stream())
                .map(letter -> letter.subscription().mailbox().print())
                .toList();
    }

    private static List<String> names(List<Integer> numbers) {
        return numbers.stream().map(FreezeRecipientsTests::name).toList();
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "reader%04d", number);
    }

    /** A long list that stays as it is. */
    private static final class Readers implements Subscriptions {

        private final List<Subscription.Confirmed> all =
                IntStream.range(0, READERS).mapToObj(Readers::reader).toList();

        private static Subscription.Confirmed reader(int number) {
            return new Subscription.Asked(
                            new Subscription.Identity(
                                    new SubscriptionId(LIST, new Mailbox(name(number))),
                                    "ref-" + number,
                                    1),
                            List.of(),
                            new Addressee(
                                    new EmailAddress(name(number) + "@example.org"),
                                    SWEDES.contains(number) ? Language.SV : Language.FI,
                                    null),
                            new Subscription.Shown("1", Language.FI, "api"),
                            Instant.EPOCH)
                    .confirm(Instant.EPOCH);
        }

        @Override
        public List<Subscription.Confirmed> readers(
                String listId, LocalDate day, Optional<SubscriptionId> after, int limit) {
            String start = after.map(id -> id.mailbox().print()).orElse("");
            return all.stream()
                    .filter(each -> each.identity().id().mailbox().print().compareTo(start) > 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Addition add(Subscription.Asked subscription) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Subscription> findAll(Collection<SubscriptionId> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Subscription> move(SubscriptionId id, UnaryOperator<Subscription> move) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Work> forgettable(String after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean forget(SubscriptionId id, Instant askedBefore) {
            throw new UnsupportedOperationException();
        }
    }
}
