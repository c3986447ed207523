package fi.kumppani.newsletter.issue;

import static fi.kumppani.newsletter.stand.Instance.SEINAJOKI;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.testing.FaultyStore.Fate;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.dispatch.smtp.Postboxes;
import fi.kumppani.newsletter.issue.SendIssue.Verdict;
import fi.kumppani.newsletter.smtp.ScriptedSmtp;
import fi.kumppani.newsletter.smtp.ScriptedSmtp.Act;
import fi.kumppani.newsletter.smtp.ScriptedSmtp.Stage;
import fi.kumppani.newsletter.stand.Instance;
import fi.kumppani.newsletter.stand.KnownRecipients;
import fi.kumppani.newsletter.stand.SettableClock;
import fi.kumppani.newsletter.stand.WatchedPostbox;
import fi.kumppani.newsletter.subscription.Addressee;
import fi.kumppani.newsletter.subscription.Mailbox;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.SubscriptionId;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/** The promise of an issue: nobody is skipped, and nobody gets it twice but the reported ones. */
class SendIssueTests {

    private static final String LIST = "list";
    private static final String ISSUE = "0192f3c4-0000-7000-8000-000000000001";

    private final SettableClock clock = new SettableClock(Instant.parse("2024-08-28T06:00:00Z"));
    private final FaultyStore store = new FaultyStore();
    private final ScriptedSmtp server = new ScriptedSmtp();
    private final FaultyStore.Way way = store.way();
    private final Instance instance = instance(way);

    @BeforeEach
    void writeTheIssue() {
        in(
                () -> {
                    var _ =
                            instance.lists.add(
                                    new NewsletterList(
                                            LIST,
                                            LocalizedText.finnish(
                                                    "Järjestö- ja seurayhteistyön uutiskirje"),
                                            clock.instant()),
                                    new Creation("list", ""));
                    var _ =
                            instance.issues.add(
                                    new Issue.Draft(
                                            new Copy(
                                                    ISSUE,
                                                    LIST,
                                                    2,
                                                    2024,
                                                    LocalizedText.finnish("Kumppanuuspöytä 24.9."),
                                                    List.of(
                                                            new Item(
                                                                    LocalizedText.finnish(
                                                                            "Tule mukaan"),
                                                                    LocalizedText.finnish(
                                                                            "Kahvit 16.30 alkaen."),
                                                                    URI.create(
                                                                            "https://www.example.org/"))))),
                                    new Creation("issue", ""));
                });
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    @Test
    void sendsTheIssueOnceToEachOfItsSubscribersWithTwoSendersAtOnce() throws Exception {
        subscribe(83);
        order();
        inParallel(() -> work(instance), () -> work(instance(store.way())));
        finish(instance);
        assertThat(messageIds()).doesNotHaveDuplicates().hasSize(83);
        assertThat(recipients()).doesNotHaveDuplicates().hasSize(83);
        assertThat(issue())
                .isInstanceOfSatisfying(
                        Issue.Sent.class,
                        sent -> {
                            assertThat(sent.recipients()).isEqualTo(83);
                            assertThat(sent.copy().label()).isEqualTo("2/2024");
                        });
        assertThat(told("issues", ISSUE)).containsExactly("newsletter.issue.sent.v1");
        assertThat(told("issue.chunks", ISSUE + ":0")).isEmpty();
    }

    @Test
    void sendsALongListInChunks() throws Exception {
        subscribe(600);
        order();
        inParallel(() -> work(instance), () -> work(instance(store.way())));
        finish(instance);
        assertThat(messageIds()).doesNotHaveDuplicates().hasSize(600);
        assertThat(chunks())
                .extracting(chunk -> chunk.letters().size())
                .containsExactly(256, 256, 88);
    }

    @Test
    void saysInEachLetterHowToLeave() {
        subscribe(1);
        order();
        finish(instance);
        var taken = server.taken().getFirst();
        assertThat(taken.header("List-Unsubscribe"))
                .startsWith("<https://kumppani.example.org/m/743/subscriptions/leave?token=");
        assertThat(taken.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(taken.header("List-Id")).isEqualTo("<list.seinajoki.example.org>");
        String token = taken.header("List-Unsubscribe").replaceAll(".*token=|>$", "");
        var left = Tenancy.callIn(SEINAJOKI, () -> instance.leaveList.leave(token, "one-click"));
        assertThat(left).isPresent();
        assertThat(Tenancy.callIn(SEINAJOKI, () -> instance.leaveList.leave(token, "one-click")))
                .as("a mail program may press twice")
                .isPresent();
    }

    @Test
    void doesNotCountWhoSubscribesAfterItIsFrozen() {
        subscribe(3);
        order();
        in(
                () -> {
                    var _ = instance.sendIssue.work(ISSUE, () -> true);
                });
        assertThat(issue()).isInstanceOf(Issue.Sending.class);
        subscribe("late");
        finish(instance);
        assertThat(recipients()).hasSize(3).doesNotContain("late@example.org");
    }

    @Test
    void sendsNothingToWhoLeavesBeforeTheirTurn() {
        subscribe(3);
        order();
        in(
                () -> {
                    var _ = instance.sendIssue.work(ISSUE, () -> true);
                    leave("reader001");
                });
        finish(instance);
        assertThat(recipients())
                .containsExactlyInAnyOrder("reader000@example.org", "reader002@example.org");
        assertThat(((Issue.Sent) issue()).recipients()).isEqualTo(3);
    }

    @Test
    void leavesOutWhosePauseHasNotEnded() {
        subscribe(5);
        pause("reader000", 10);
        pause("reader003", 1);
        pause("reader004", 0);
        order();

        finish(instance);

        assertThat(recipients())
                .containsExactlyInAnyOrder(
                        "reader001@example.org", "reader002@example.org", "reader004@example.org");
        assertThat(((Issue.Sent) issue()).recipients()).isEqualTo(3);
    }

    private void pause(String name, int days) {
        in(
                () -> {
                    var _ =
                            instance.subscriptions.move(
                                    id(name),
                                    known ->
                                            ((Subscription.Confirmed) known)
                                                    .prefer(
                                                            Language.FI,
                                                            FinnishTime.dayOf(clock.instant())
                                                                    .plusDays(days)));
                });
    }

    @Test
    void sendsNothingToWhoLeavesWhileTheServerTakesItsTime() {
        finishWhereSomethingHappensTo("reader001", () -> leave("reader001"));

        assertThat(recipients())
                .containsExactlyInAnyOrder("reader000@example.org", "reader002@example.org");
        assertThat(server.connections()).as("the next letter goes the same way").isOne();
    }

    @Test
    void sendsNothingToWhoIsErasedWhileItIsSent() {
        finishWhereSomethingHappensTo("reader001", () -> erase("reader001"));

        assertThat(recipients())
                .containsExactlyInAnyOrder("reader000@example.org", "reader002@example.org");
        assertThat(issue()).isInstanceOf(Issue.Sent.class);
    }

    /** Something happens when the server is ready for the first byte of the reader's letter. */
    private void finishWhereSomethingHappensTo(String name, Runnable happens) {
        subscribe(3);
        order();
        Postbox watched =
                new WatchedPostbox(
                        Postboxes.open(server.port(), 1),
                        letter -> {
                            if (letter.to().value().startsWith(name)) {
                                happens.run();
                            }
                        },
                        () -> {});
        finish(new Instance(store.way(), watched, new KnownRecipients(), clock));
    }

    private void erase(String name) {
        var _ =
                instance.subscriptions.move(
                        id(name),
                        known ->
                                new Subscription.Ended(
                                        known.identity(), List.of(), known.askedAt()));
    }

    private void leave(String name) {
        var _ =
                instance.subscriptions.move(
                        id(name),
                        known ->
                                known instanceof Subscription.Confirmed in
                                        ? in.leave(clock.instant(), "page")
                                        : known);
    }

    @Test
    void waitsForItsTime() {
        subscribe(2);
        Instant at = clock.instant().plus(Duration.ofHours(3));
        in(
                () -> {
                    var _ =
                            instance.issues.change(
                                    ISSUE,
                                    1,
                                    draft ->
                                            Optional.of(
                                                    ((Issue.Draft) draft)
                                                            .schedule(
                                                                    "seinajoki.example.org", at)));
                    assertThat(instance.issues.unfinished("", 10)).hasSize(1);
                    assertThat(instance.sendIssue.work(ISSUE, () -> false))
                            .isEqualTo(new Verdict.Later(at));
                });
        subscribe("late");
        clock.pass(Duration.ofHours(3));

        finish(instance);

        assertThat(recipients()).as("whoever reads it then").hasSize(3);
    }

    @Test
    void beginsNoLetterWhileItIsPausedAndGoesOnWhereItStopped() {
        subscribe(6);
        order();
        Postbox real = Postboxes.open(server.port(), 1);
        Instance sending =
                new Instance(
                        store.way(),
                        whereSomebodySteps(real, issue -> issue.pause(true)),
                        new KnownRecipients(),
                        clock);
        work(sending);
        int before = server.taken().size();
        assertThat(before).isBetween(1, 3);
        in(
                () ->
                        assertThat(instance.sendIssue.work(ISSUE, () -> false))
                                .isEqualTo(new Verdict.Done()));
        assertThat(server.taken()).hasSize(before);
        in(
                () -> {
                    assertThat(instance.issues.unfinished("", 10)).isEmpty();
                    clock.pass(Instance.PATIENCE.giveUpAfter().plusDays(1));
                    step(issue -> issue.pause(false));
                });

        finish(instance);

        assertThat(messageIds()).doesNotHaveDuplicates().hasSize(6);
        assertThat(issue()).isInstanceOf(Issue.Sent.class);
    }

    @Test
    void sendsNothingMoreOnceItIsCancelled() {
        subscribe(6);
        order();
        Postbox real = Postboxes.open(server.port(), 1);
        Instance sending =
                new Instance(
                        store.way(),
                        whereSomebodySteps(real, issue -> issue.cancel(clock.instant())),
                        new KnownRecipients(),
                        clock);
        work(sending);
        int before = server.taken().size();
        assertThat(before).isBetween(1, 3);

        in(
                () ->
                        assertThat(instance.sendIssue.work(ISSUE, () -> false))
                                .isEqualTo(new Verdict.Done()));

        assertThat(server.taken()).hasSize(before);
        assertThat(issue()).isInstanceOf(Issue.Cancelled.class);
        assertThat(Tenancy.callIn(SEINAJOKI, () -> instance.archive.of(List.of(LIST)))).isEmpty();
        assertThat(told("issues", ISSUE)).isEmpty();
    }

    /** Somebody pauses or cancels while the first letter is on its way. */
    private Postbox whereSomebodySteps(Postbox real, Function<Issue.Sending, Issue> step) {
        return new WatchedPostbox(
                real,
                _ -> {},
                () -> {
                    step(step);
                    clock.pass(Duration.ofSeconds(2));
                });
    }

    private void step(Function<Issue.Sending, Issue> step) {
        var _ =
                instance.issues.move(
                        ISSUE,
                        is -> is instanceof Issue.Sending sending ? step.apply(sending) : is);
    }

    @Test
    void failsForOneAndWaitsForAnother() {
        subscribe(4);
        order();
        server.next(
                new Act.Answer(Stage.RCPT, "550 5.1.1 nobody here"),
                new Act.Answer(Stage.DOT, "554 5.7.1 not wanted"));
        in(
                () -> {
                    var _ = instance.sendIssue.work(ISSUE, () -> false);
                });
        assertThat(issue()).isInstanceOf(Issue.Sent.class);
        assertThat(server.taken()).hasSize(2);
        assertThat(told("issue.chunks", ISSUE + ":0"))
                .containsExactly("newsletter.mail.failed.v1", "newsletter.mail.failed.v1");
    }

    @Test
    void comesBackToWhatTheServerPutOff() {
        subscribe(5);
        order();
        server.next(
                new Act.Answer(Stage.RCPT, "450 4.2.1 later"),
                new Act.Answer(Stage.RCPT, "450 4.2.1 later"),
                new Act.Answer(Stage.RCPT, "450 4.2.1 later"),
                new Act.Answer(Stage.RCPT, "450 4.2.1 later"));
        finish(instance);
        assertThat(messageIds()).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void givesUpOnALetterThatTheServerPutsOffForDays() {
        subscribe(1);
        order();
        Act later = new Act.Answer(Stage.RCPT, "450 4.2.1 later");
        server.next(Stream.generate(() -> later).limit(500).toArray(Act[]::new));
        Instant begin = clock.instant();
        for (int round = 0; round < 4; round++) {
            finish(instance);
        }

        assertThat(issue()).isInstanceOf(Issue.Sent.class);
        assertThat(server.taken()).isEmpty();
        assertThat(told("issue.chunks", ISSUE + ":0")).containsExactly("newsletter.mail.failed.v1");
        assertThat(Duration.between(begin, clock.instant()))
                .isBetween(Duration.ofDays(3), Instance.PATIENCE.giveUpAfter());
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void keepsThePromiseWithAServerThatMisbehaves(Act act) {
        subscribe(12);
        order();
        server.next(act, act);
        finish(instance);
        assertThat(issue()).isInstanceOf(Issue.Sent.class);
        assertThat(new HashSet<>(recipients())).as("nobody is skipped").hasSize(12);
        assertThat(new HashSet<>(messageIds())).as("one Message-ID each").hasSize(12);
        int twice = messageIds().size() - 12;
        assertThat(twice).as("only what may have arrived").isLessThanOrEqualTo(2);
        assertThat(told("issue.chunks", ISSUE + ":0").stream())
                .as("each of them is reported")
                .filteredOn("newsletter.mail.uncertain.v1"::equals)
                .hasSizeGreaterThanOrEqualTo(twice);
    }

    static Stream<Act> misbehaviours() {
        return Stream.of(
                new Act.Answer(Stage.MAIL, "421 4.3.2 closing"),
                new Act.Answer(Stage.DOT, "421 4.3.2 closing"),
                new Act.Hang(Stage.DATA),
                new Act.Close(Stage.MID_DATA),
                new Act.TakeAndDie(),
                new Act.TakeAndReset());
    }

    @Test
    void writesOnceToAnAddressThatIsOnTheListTwice() {
        subscribe(40);
        subscribe(5);
        order();
        finish(instance);
        assertThat(((Issue.Sent) issue()).recipients()).isEqualTo(40);
        assertThat(recipients()).doesNotHaveDuplicates().hasSize(40);
    }

    @Test
    void waitsWhileTheServerIsAway() {
        subscribe(2);
        order();
        Instance waiting =
                new Instance(
                        store.way(),
                        () -> new Postbox.Opening.Closed(Duration.ofSeconds(7)),
                        new KnownRecipients(),
                        clock);
        in(
                () ->
                        assertThat(waiting.sendIssue.work(ISSUE, () -> false))
                                .isEqualTo(new Verdict.Later(clock.instant().plusSeconds(7))));
        finish(instance);
        assertThat(messageIds()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 20, 25})
    void keepsThePromiseWhenItDiesAfterAnyWrite(int writes) {
        subscribe(12);
        order();
        FaultyStore.Way dyingWay = store.way();
        Instance dying = instance(dyingWay);
        dyingWay.befall(FaultyStore.afterWrites(writes));
        Thread process = Thread.ofVirtual().start(() -> in(() -> workUntilStopped(dying)));
        AtomicInteger quiet = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger(-1);
        await().pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            int now = server.taken().size();
                            boolean same = seen.getAndSet(now) == now;
                            return !process.isAlive()
                                    || (same ? quiet.incrementAndGet() : zero(quiet)) > 6;
                        });
        process.interrupt();
        clock.pass(Instance.LEASE.plusSeconds(1));
        finish(instance);
        assertThat(issue()).isInstanceOf(Issue.Sent.class);
        assertThat(new HashSet<>(recipients())).as("nobody is skipped").hasSize(12);
        int twice = messageIds().size() - new HashSet<>(messageIds()).size();
        List<String> reported =
                told("issue.chunks", ISSUE + ":0").stream()
                        .filter("newsletter.mail.uncertain.v1"::equals)
                        .toList();
        assertThat(twice).as("only what was in flight").isLessThanOrEqualTo(3);
        assertThat(reported).as("each of them is reported").hasSizeGreaterThanOrEqualTo(twice);
    }

    @Test
    void knowsItsOwnWritesWhenTheStoreDoesNotAnswer() {
        subscribe(9);
        order();
        AtomicInteger count = new AtomicInteger();
        way.befall(
                (command, collection) ->
                        command.equals("update")
                                        && !collection.equals("subscriptions")
                                        && count.incrementAndGet() % 3 == 0
                                ? Fate.IS_NOT_ANSWERED
                                : Fate.PASSES);
        finish(instance);
        way.heal();
        assertThat(messageIds()).doesNotHaveDuplicates().hasSize(9);
        assertThat(told("issue.chunks", ISSUE + ":0")).isEmpty();
    }

    @Test
    void letsAnotherSenderAloneWithItsChunk() {
        subscribe(5);
        order();
        in(
                () -> {
                    var _ = instance.sendIssue.work(ISSUE, () -> true);
                    var _ =
                            instance.chunks.move(
                                    new Chunk.Id(ISSUE, 0),
                                    is ->
                                            is.take(
                                                    "another",
                                                    clock.instant(),
                                                    clock.instant().plus(Instance.LEASE)));
                    assertThat(instance.sendIssue.work(ISSUE, () -> false))
                            .isEqualTo(new Verdict.Later(clock.instant().plus(Instance.LEASE)));
                });
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void filesTheIssueWhenItIsSent() {
        order();
        finish(instance);
        assertThat(Tenancy.callIn(SEINAJOKI, () -> instance.archive.of(List.of(LIST))))
                .extracting(Archive.Entry::issueId)
                .containsExactly(ISSUE);
        assertThat(((Issue.Sent) issue()).recipients()).isZero();
    }

    private static int zero(AtomicInteger counter) {
        counter.set(0);
        return 0;
    }

    private Instance instance(FaultyStore.Way through) {
        return new Instance(
                through, Postboxes.open(server.port(), 4), new KnownRecipients(), clock);
    }

    private void subscribe(int many) {
        for (int i = 0; i < many; i++) {
            subscribe(String.format(Locale.ROOT, "reader%03d", i));
        }
    }

    private void subscribe(String name) {
        in(
                () -> {
                    var asked =
                            new Subscription.Asked(
                                    new Subscription.Identity(id(name), "ref-" + name, 1),
                                    List.of(),
                                    new Addressee(
                                            new EmailAddress(name + "@example.org"),
                                            Language.FI,
                                            null),
                                    new Subscription.Shown("1", Language.FI, "api"),
                                    clock.instant());
                    var _ = instance.subscriptions.add(asked);
                    var _ =
                            instance.subscriptions.move(
                                    id(name),
                                    known ->
                                            known instanceof Subscription.Asked wish
                                                    ? wish.confirm(clock.instant())
                                                    : known);
                });
    }

    private static SubscriptionId id(String name) {
        return new SubscriptionId(LIST, new Mailbox(name));
    }

    private void order() {
        in(
                () -> {
                    var _ =
                            instance.issues.change(
                                    ISSUE,
                                    1,
                                    draft ->
                                            Optional.of(
                                                    ((Issue.Draft) draft)
                                                            .send("seinajoki.example.org")));
                });
    }

    private void work(Instance on) {
        in(
                () -> {
                    var _ = on.sendIssue.work(ISSUE, () -> false);
                });
    }

    private void workUntilStopped(Instance on) {
        try {
            var _ = on.sendIssue.work(ISSUE, () -> false);
        } catch (IllegalStateException | com.mongodb.MongoException e) {
            assertThat(e).as("a process that has died").isNotNull();
        }
    }

    /** Works on it whenever it is due, as the sender does, until it is sent. */
    private void finish(Instance on) {
        in(
                () -> {
                    for (int i = 0; i < 50; i++) {
                        switch (on.sendIssue.work(ISSUE, () -> false)) {
                            case Verdict.Done _ -> {
                                return;
                            }
                            case Verdict.Later(var at) ->
                                    clock.pass(
                                            Duration.between(clock.instant(), at).isNegative()
                                                    ? Duration.ZERO
                                                    : Duration.between(clock.instant(), at));
                        }
                    }
                });
    }

    private static void inParallel(Runnable... works) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Runnable work : works) {
                all.add(threads.submit(work));
            }
            for (Future<?> each : all) {
                var _ = each.get();
            }
        }
    }

    private static void in(Runnable work) {
        Tenancy.runIn(SEINAJOKI, work);
    }

    private Issue issue() {
        return Tenancy.callIn(SEINAJOKI, () -> instance.issues.find(ISSUE).orElseThrow().body());
    }

    private List<Chunk> chunks() {
        return Tenancy.callIn(SEINAJOKI, () -> instance.chunks.findAll(ISSUE, 10));
    }

    private List<String> messageIds() {
        return server.taken().stream().map(taken -> taken.header("Message-ID")).toList();
    }

    private List<String> recipients() {
        return server.taken().stream().flatMap(taken -> taken.recipients().stream()).toList();
    }

    private List<String> told(String collection, String id) {
        Document found =
                Objects.requireNonNull(
                        way.database()
                                .getMongoDatabase()
                                .getCollection(collection)
                                .find(new Document("_id", id))
                                .first());
        return found.getList("outbox", Document.class).stream()
                .map(entry -> entry.getString("type"))
                .toList();
    }
}
