package fi.kumppani.kit.journal;

import static fi.kumppani.kit.journal.Queue.ELSEWHERE;
import static fi.kumppani.kit.journal.Queue.here;
import static fi.kumppani.kit.journal.Queue.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import fi.kumppani.kit.journal.Queue.Line;
import fi.kumppani.kit.journal.Queue.QueueDocument;
import fi.kumppani.kit.journal.Queue.TicketDocument;
import fi.kumppani.kit.outbox.OutboxEntry;
import fi.kumppani.kit.outbox.OutboxSource.Owed;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.tenancy.NoMunicipalityException;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class JournalIntegrationTests {

    private FaultyStore store;
    private FaultyStore.Way way;
    private Queue queue;

    @BeforeEach
    void open() {
        store = new FaultyStore();
        way = store.way();
        queue = new Queue(way.database());
        queue.open("q");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsParentChildrenLinesAndMessages() {
        assertThat(queue.draw("q", "a")).isEqualTo(1);
        assertThat(queue.draw("q", "b")).isEqualTo(2);
        assertThat(queue.call("q")).contains(1L);

        assertThat(queue.state("q")).isEqualTo(new QueueDocument(2, 1));
        assertThat(queue.ticket("q", 1)).isEqualTo(new TicketDocument(1, "a", true));
        assertThat(queue.ticket("q", 2)).isEqualTo(new TicketDocument(2, "b", false));
        assertThat(queue.lines("q")).containsExactly("opened 0", "drawn 1", "drawn 2", "called 1");
        assertThat(owed())
                .extracting(message -> message.subject() + " " + message.sequence())
                .containsExactly("q 1", "q:1 1", "q:2 1", "q:1 2");
    }

    @Test
    void decidesARushInOrderOfArrivalAndInBatches() throws Exception {
        List<Long> numbers = rush(queue, 500);

        assertThat(numbers).doesNotHaveDuplicates().hasSize(500);
        assertThat(queue.state("q").last()).isEqualTo(500);
        assertThat(here(() -> queue.queues.find("q")).orElseThrow().version()).isLessThan(400);
        assertEveryTicketIsThere(500);
        assertThat(owed()).hasSize(501);
    }

    @Test
    void letsLaterMovesOfABatchSeeTheEarlierOnes() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        way.befall(
                (command, collection) -> {
                    if (command.equals("update") && collection.equals("queues")) {
                        writing.countDown();
                        await(held);
                    }
                    return FaultyStore.Fate.PASSES;
                });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Long> first = threads.submit(() -> queue.draw("q", "first"));
            await(writing);
            List<Future<Boolean>> pairs = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                pairs.add(
                        threads.submit(
                                () -> {
                                    long mine = queue.draw("q", "later");
                                    return mine > 1;
                                }));
                pairs.add(threads.submit(() -> queue.call("q").isPresent()));
            }
            held.countDown();

            assertThat(first.get()).isEqualTo(1);
            for (Future<Boolean> pair : pairs) {
                var _ = pair.get();
            }
        }
        QueueDocument end = queue.state("q");
        assertThat(end.last()).isEqualTo(21);
        for (long number = 1; number <= end.called(); number++) {
            assertThat(queue.ticket("q", number).called()).isTrue();
        }
        assertSequencesAreDense();
    }

    @Test
    void keepsOneChildChangedTwiceInABatchWithBothMessages() {
        Move<QueueDocument, Long> both =
                turn -> {
                    long number = queue.drawing("q", "a").decide(turn);
                    assertThat(queue.calling("q").decide(turn)).contains(number);
                    return number;
                };

        assertThat(here(() -> queue.queues.move("q", both))).contains(1L);

        assertThat(queue.ticket("q", 1)).isEqualTo(new TicketDocument(1, "a", true));
        assertThat(owed())
                .extracting(message -> message.subject() + " " + message.sequence())
                .containsExactly("q 1", "q:1 1", "q:1 2");
    }

    @Test
    void leavesNothingOfAMoveThatFails() {
        Move<QueueDocument, Long> failing =
                turn -> {
                    long number = queue.drawing("q", "gone").decide(turn);
                    throw new IllegalStateException("after ticket " + number);
                };

        assertThatThrownBy(() -> here(() -> queue.queues.move("q", failing)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("after ticket 1");

        assertThat(queue.state("q").last()).isZero();
        assertThat(queue.draw("q", "a")).isEqualTo(1);
        assertThat(queue.lines("q")).containsExactly("opened 0", "drawn 1");
        assertSequencesAreDense();
    }

    @Test
    void writesNothingForAMoveThatOnlyLooks() {
        long before = here(() -> queue.queues.find("q")).orElseThrow().version();

        assertThat(here(() -> queue.queues.<Long>move("q", turn -> turn.state().last())))
                .contains(0L);

        assertThat(here(() -> queue.queues.find("q")).orElseThrow().version()).isEqualTo(before);
    }

    @Test
    void readsTheChildrenAMoveNamesBeforehandTogether() {
        queue.draw("q", "a");
        queue.draw("q", "b");
        List<String> asked = new ArrayList<>();
        way.befall(
                (command, collection) -> {
                    if (command.equals("find") && collection.equals("tickets")) {
                        asked.add(collection);
                    }
                    return FaultyStore.Fate.PASSES;
                });
        Move<QueueDocument, Integer> looking =
                new Move<>() {
                    @Override
                    public List<ChildKey<?>> reads() {
                        return List.of(
                                new ChildKey<>(queue.tickets, "q:1"),
                                new ChildKey<>(queue.tickets, "q:2"),
                                new ChildKey<>(queue.tickets, "q:3"));
                    }

                    @Override
                    public Integer decide(Turn<QueueDocument> turn) {
                        var some = turn.children(queue.tickets, List.of("q:1", "q:3"));
                        return some.size() + (turn.child(queue.tickets, "q:2").isEmpty() ? 0 : 1);
                    }
                };

        assertThat(here(() -> queue.queues.move("q", looking))).contains(2);
        assertThat(asked).hasSize(1);
    }

    @Test
    void refusesAMessageAboutSomethingElse() {
        assertThatThrownBy(
                        () ->
                                here(
                                        () ->
                                                queue.queues.<Long>move(
                                                        "q",
                                                        turn -> {
                                                            turn.set(turn.state(), told("other"));
                                                            return 0L;
                                                        })))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settlesTwoInstancesByTheParentsVersion() throws Exception {
        Queue other = new Queue(store.way().database());
        List<Long> numbers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> rushes =
                    List.of(
                            threads.submit(() -> rush(queue, 200)),
                            threads.submit(() -> rush(other, 200)));
            for (Future<List<Long>> rush : rushes) {
                numbers.addAll(rush.get());
            }
        }

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 400).boxed().toList());
        assertEveryTicketIsThere(400);
        assertSequencesAreDense();
        assertThat(owed()).hasSize(401);
    }

    @Test
    void decidesAnewWhenAChildIsAheadOfTheParentThatWasSeen() {
        assertThat(queue.draw("q", "a")).isEqualTo(1);
        FaultyStore.Way late = store.way();
        Queue other = new Queue(late.database());
        AtomicBoolean overtaken = new AtomicBoolean();
        late.befall(
                (command, collection) -> {
                    if (collection.equals("tickets") && !overtaken.getAndSet(true)) {
                        assertThat(queue.call("q")).contains(1L);
                    }
                    return FaultyStore.Fate.PASSES;
                });

        Optional<Long> called =
                Queue.here(
                        () ->
                                other.queues.move(
                                        "q",
                                        turn -> {
                                            long last = turn.state().called();
                                            boolean first =
                                                    turn.child(other.tickets, "q:1")
                                                            .orElseThrow()
                                                            .body()
                                                            .called();
                                            if (first != last >= 1) {
                                                throw new IllegalStateException("Two states");
                                            }
                                            return last;
                                        }));

        assertThat(called).contains(1L);
        assertThat(overtaken).isTrue();
    }

    /** What the guard is for: without it the same number goes out twice. */
    @Test
    void handsOutANumberTwiceWithoutTheParentsVersion() {
        Queue other = new Queue(store.way().database());
        way.tamper(JournalIntegrationTests::withoutVersion);
        way.befall(
                new FaultyStore.Fault() {
                    private boolean overtaken;

                    @Override
                    public FaultyStore.Fate on(String command, String collection) {
                        if (command.equals("update") && collection.equals("queues") && !overtaken) {
                            overtaken = true;
                            assertThat(other.draw("q", "other")).isEqualTo(1);
                        }
                        return FaultyStore.Fate.PASSES;
                    }
                });

        assertThat(queue.draw("q", "mine")).isEqualTo(1);
    }

    @Test
    void losesNothingAndDoublesNothingWhereverItStops() {
        queue.draw("q", "a");
        for (int writes = 0; writes < 5; writes++) {
            long before = queue.state("q").last();
            way.befall(FaultyStore.afterWrites(writes));
            Optional<Long> answered = attempt(() -> queue.draw("q", "b"));
            Optional<Optional<Long>> called = attempt(() -> queue.call("q"));
            way.heal();

            Queue after = new Queue(store.way().database());
            QueueDocument state = after.state("q");
            assertThat(answered.map(number -> number <= state.last()).orElse(true)).isTrue();
            assertThat(called.flatMap(n -> n).map(n -> n <= state.called()).orElse(true)).isTrue();
            assertThat(state.last() - before).isBetween(0L, 1L);
            for (long number = 1; number <= state.last(); number++) {
                assertThat(after.ticket("q", number).called()).isEqualTo(number <= state.called());
            }
            assertThat(after.lines("q"))
                    .filteredOn(line -> line.startsWith("drawn"))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, state.last())
                                    .mapToObj(number -> "drawn " + number)
                                    .toList());
            assertSequencesAreDense();
            queue = after;
        }
    }

    @Test
    void finishesWhatACrashLeftBeforeAnybodySeesTheParent() {
        way.befall(FaultyStore.afterWrites(1));
        assertThat(queue.draw("q", "a")).isEqualTo(1);
        way.heal();
        assertThat(here(() -> queue.tickets.find("q:1"))).isEmpty();

        Queue after = new Queue(store.way().database());

        assertThat(after.state("q").last()).isEqualTo(1);
        assertThat(after.ticket("q", 1).holder()).isEqualTo("a");
    }

    @Test
    void finishesWhatACrashLeftWhenTheRelayLooks() {
        way.befall(FaultyStore.afterWrites(1));
        assertThat(queue.draw("q", "a")).isEqualTo(1);
        way.heal();

        assertThat(queue.queues.owing("", 10)).containsExactly("q");
        assertThat(owed()).extracting(OutboxEntry::subject).containsExactly("q", "q:1");
        assertThat(queue.ticket("q", 1).holder()).isEqualTo("a");
    }

    @Test
    void answersOnceWhenItsWriteArrivedButTheAnswerWasLost() {
        way.befall(FaultyStore.first(1, "update", "queues", FaultyStore.Fate.IS_NOT_ANSWERED));

        assertThat(queue.draw("q", "a")).isEqualTo(1);

        assertThat(queue.state("q").last()).isEqualTo(1);
        assertThat(queue.lines("q")).containsExactly("opened 0", "drawn 1");
    }

    /** What the token is for: without it the same move is made twice. */
    @Test
    void drawsTwiceWhenTheAnswerWasLostWithoutTheBatchsToken() {
        way.tamper(FaultyStore.setting("queues", "journal.token", "any"));
        way.befall(FaultyStore.first(1, "update", "queues", FaultyStore.Fate.IS_NOT_ANSWERED));

        assertThat(queue.draw("q", "a")).isEqualTo(2);

        assertThat(queue.ticket("q", 1).holder()).isEqualTo("a");
        assertThat(queue.ticket("q", 2).holder()).isEqualTo("a");
    }

    @Test
    void decidesAgainWhenItsWriteDidNotArrive() {
        way.befall(FaultyStore.first(1, "update", "queues", FaultyStore.Fate.IS_LOST));

        assertThat(queue.draw("q", "a")).isEqualTo(1);

        assertThat(queue.state("q").last()).isEqualTo(1);
        assertThat(queue.lines("q")).containsExactly("opened 0", "drawn 1");
    }

    @Test
    void knowsItsOwnBatchAgainAfterAnotherInstanceHasGoneOn() {
        Queue other = new Queue(store.way().database());
        way.befall(
                new FaultyStore.Fault() {
                    private boolean lost;

                    @Override
                    public FaultyStore.Fate on(String command, String collection) {
                        if (collection.equals("queues") && lost && command.equals("find")) {
                            lost = false;
                            way.heal();
                            assertThat(other.draw("q", "other")).isEqualTo(2);
                        } else if (collection.equals("queues") && command.equals("update")) {
                            lost = true;
                            return FaultyStore.Fate.IS_NOT_ANSWERED;
                        }
                        return FaultyStore.Fate.PASSES;
                    }
                });

        assertThat(queue.draw("q", "mine")).isEqualTo(1);

        assertThat(queue.state("q").last()).isEqualTo(2);
        assertThat(queue.ticket("q", 1).holder()).isEqualTo("mine");
        assertThat(queue.ticket("q", 2).holder()).isEqualTo("other");
    }

    @Test
    void writesNothingOldOverNewerChildrenHoweverLate() throws Exception {
        Queue other = new Queue(store.way().database());
        queue.draw("q", "a");
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        way.befall(
                (command, collection) -> {
                    if (collection.equals("tickets") && !command.equals("find")) {
                        reached.countDown();
                        await(held);
                    }
                    return FaultyStore.Fate.PASSES;
                });
        CompletableFuture<Long> late = CompletableFuture.supplyAsync(() -> queue.draw("q", "b"));
        await(reached);

        assertThat(other.call("q")).contains(1L);
        assertThat(other.call("q")).contains(2L);
        held.countDown();

        assertThat(late.get()).isEqualTo(2);
        assertThat(other.ticket("q", 1)).isEqualTo(new TicketDocument(1, "a", true));
        assertThat(other.ticket("q", 2)).isEqualTo(new TicketDocument(2, "b", true));
        assertSequencesAreDense();
    }

    @Test
    void givesTheRelayBatchesInOrderAndForgetsThemWhenSettled() {
        for (int i = 0; i < 40; i++) {
            queue.draw("q", "a");
        }
        long version = here(() -> queue.queues.find("q")).orElseThrow().version();
        List<OutboxEntry> published = new ArrayList<>();
        List<Owed> owed = queue.queues.owedBy(List.of("q"));
        while (!owed.getFirst().entries().isEmpty()) {
            published.addAll(owed.getFirst().entries());
            queue.queues.settle(owed);
            owed = queue.queues.owedBy(List.of("q"));
        }

        assertThat(published)
                .extracting(OutboxEntry::subject)
                .startsWith("q", "q:1", "q:2", "q:3")
                .hasSize(41)
                .doesNotHaveDuplicates();
        assertThat(queue.queues.owing("", 10)).isEmpty();
        assertThat(here(() -> queue.queues.find("q")).orElseThrow().version()).isEqualTo(version);
        assertThat(queue.draw("q", "b")).isEqualTo(41);
        assertThat(queue.queues.owing("", 10)).containsExactly("q");
    }

    @Test
    void settlesOnlyWhatWasReadWhenMoreWasWrittenMeanwhile() {
        queue.draw("q", "a");
        List<Owed> first = queue.queues.owedBy(List.of("q"));
        queue.draw("q", "b");
        queue.queues.settle(first);
        queue.queues.settle(first);

        assertThat(queue.queues.owing("", 10)).containsExactly("q");
        List<Owed> second = queue.queues.owedBy(List.of("q"));
        assertThat(second.getFirst().entries())
                .extracting(OutboxEntry::subject)
                .containsExactly("q:2");
        queue.queues.settle(second);
        assertThat(queue.queues.owing("", 10)).isEmpty();
        assertThat(owed()).isEmpty();
    }

    @Test
    void readsNothingBackOfWhatItHasJustWritten() {
        queue.draw("q", "a");
        List<String> reads = new ArrayList<>();
        way.befall(
                (command, collection) -> {
                    if (command.equals("find")) {
                        reads.add(collection);
                    }
                    return FaultyStore.Fate.PASSES;
                });

        queue.draw("q", "b");
        queue.queues.settle(queue.queues.owedBy(List.of("q")));

        assertThat(reads).containsExactly("tickets");
    }

    @Test
    void answersNothingThatIsNotTrueAnyMoreAfterAnotherInstanceWrote() {
        Queue other = new Queue(store.way().database());
        assertThat(queue.call("q")).isEmpty();
        queue.draw("q", "a");
        assertThat(queue.call("q")).contains(1L);

        assertThat(other.draw("q", "b")).isEqualTo(2);

        assertThat(queue.call("q")).contains(2L);
        assertThat(other.call("q")).isEmpty();
        assertThat(queue.call("q")).isEmpty();
        other.draw("q", "c");
        assertThat(queue.call("q")).contains(3L);
    }

    @Test
    void publishesWhatAnotherInstanceWroteAndCouldNotPublish() {
        queue.draw("q", "a");
        queue.queues.settle(queue.queues.owedBy(List.of("q")));
        new Queue(store.way().database()).draw("q", "b");

        assertThat(queue.queues.owing("", 10)).containsExactly("q");
        assertThat(queue.queues.owedBy(List.of("q")).getFirst().entries())
                .extracting(OutboxEntry::subject)
                .containsExactly("q:2");
    }

    @Test
    void publishesFewMessagesAgainAfterACrashInARush() {
        for (int i = 0; i < 100; i++) {
            queue.draw("q", "a");
            List<Owed> owed = queue.queues.owedBy(List.of("q"));
            queue.draw("q", "b");
            queue.queues.settle(owed);
        }

        Queue after = new Queue(store.way().database());

        assertThat(after.queues.owing("", 10)).containsExactly("q");
        assertThat(after.queues.owedBy(List.of("q")).getFirst().entries())
                .hasSizeLessThan(40)
                .last()
                .extracting(OutboxEntry::subject)
                .isEqualTo("q:200");
    }

    @Test
    void doesNotGrowTheParentWhileNothingIsPublished() {
        queue.draw("q", "a");
        int small = parent().toJson().length();
        for (int i = 0; i < 60; i++) {
            queue.draw("q", "a");
        }

        assertThat(parent().toJson().length()).isLessThan(small * 2);
        assertThat(owed()).isNotEmpty();
    }

    @Test
    void showsLinesPageByPage() {
        for (int i = 0; i < 7; i++) {
            queue.draw("q", "a");
            queue.call("q");
        }
        List<String> all = queue.lines("q");
        List<String> paged = new ArrayList<>();
        LinePosition after = LinePosition.START;
        List<JournalLine<Line>> page;
        do {
            LinePosition from = after;
            page = here(() -> queue.queues.lines("q", Line.class, from, 4));
            page.forEach(line -> paged.add(line.line().what() + " " + line.line().number()));
            after = page.isEmpty() ? after : page.getLast().position();
        } while (!page.isEmpty());

        assertThat(all).hasSize(15);
        assertThat(paged).isEqualTo(all);
        assertThat(LinePosition.parse(after.toString())).contains(after);
        assertThat(LinePosition.parse("1;2")).isEmpty();
    }

    @Test
    void answersARepeatedCreationFromTheFirst() {
        Insertion<QueueDocument> made = create("q1", "key", "a");
        Insertion<QueueDocument> again = create("q2", "key", "a");
        Insertion<QueueDocument> other = create("q3", "key", "b");

        assertThat(made).isInstanceOf(Insertion.Inserted.class);
        assertThat(again)
                .isInstanceOfSatisfying(
                        Insertion.Repeated.class,
                        repeated -> assertThat(repeated.stored().id()).isEqualTo("q1"));
        assertThat(other).isInstanceOf(Insertion.KeyReused.class);
        assertThat(here(() -> queue.queues.madeBy("key"))).contains("q1");
        assertThat(here(() -> queue.queues.madeBy("other"))).isEmpty();
    }

    @Test
    void keepsMunicipalitiesApart() {
        queue.draw("q", "a");

        Tenancy.runIn(
                ELSEWHERE,
                () -> {
                    assertThat(queue.queues.find("q")).isEmpty();
                    assertThat(queue.queues.findAll(List.of("q"))).isEmpty();
                    assertThat(queue.queues.list("", 10)).isEmpty();
                    assertThat(queue.queues.query(Filters.empty(), Sorts.ascending("_id"), 10))
                            .isEmpty();
                    assertThat(queue.tickets.find("q:1")).isEmpty();
                    assertThat(queue.queues.move("q", queue.drawing("q", "thief"))).isEmpty();
                    assertThat(queue.queues.lines("q", Line.class, LinePosition.START, 10))
                            .isEmpty();
                });
        assertThat(queue.state("q").last()).isEqualTo(1);
        assertThatThrownBy(() -> queue.queues.find("q"))
                .isInstanceOf(NoMunicipalityException.class);
        assertThatThrownBy(() -> queue.queues.move("q", queue.drawing("q", "nobody")))
                .isInstanceOf(NoMunicipalityException.class);
    }

    @Test
    void listsParentsInAnotherOrder() {
        queue.open("r");
        queue.draw("r", "a");

        assertThat(
                        here(
                                () ->
                                        queue.queues.query(
                                                Filters.empty(), Sorts.descending("body.last"), 9)))
                .extracting(stored -> stored.id())
                .containsExactly("r", "q");
    }

    private static void withoutVersion(de.bwaldvogel.mongo.bson.Document command) {
        if (command.get("updates") instanceof List<?> updates) {
            var update = (de.bwaldvogel.mongo.bson.Document) updates.getFirst();
            if (update.get("q") instanceof de.bwaldvogel.mongo.bson.Document question
                    && question.get("$and") instanceof List<?> conditions) {
                var _ =
                        conditions.removeIf(
                                condition ->
                                        ((de.bwaldvogel.mongo.bson.Document) condition)
                                                .containsKey("version"));
            }
        }
    }

    private Insertion<QueueDocument> create(String id, String key, String hash) {
        return here(
                () ->
                        queue.queues.insert(
                                id,
                                new Creation(key, hash),
                                new QueueDocument(0, 0),
                                new Line("opened", 0)));
    }

    private static List<Long> rush(Queue queue, int many)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> draws =
                    IntStream.range(0, many)
                            .mapToObj(i -> threads.submit(() -> queue.draw("q", "h" + i)))
                            .toList();
            List<Long> numbers = new ArrayList<>();
            for (Future<Long> draw : draws) {
                numbers.add(draw.get());
            }
            return numbers;
        }
    }

    private static <R> Optional<R> attempt(java.util.function.Supplier<R> work) {
        try {
            return Optional.of(work.get());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertEveryTicketIsThere(int many) {
        assertThat(
                        here(
                                () ->
                                        queue.tickets.findAll(
                                                IntStream.rangeClosed(1, many)
                                                        .mapToObj(number -> "q:" + number)
                                                        .toList())))
                .hasSize(many);
    }

    private void assertSequencesAreDense() {
        Map<String, Long> counts = new HashMap<>();
        for (OutboxEntry message : owed()) {
            long expected = counts.merge(message.subject(), 1L, Long::sum);
            assertThat(message.sequence()).as(message.subject()).isEqualTo(expected);
        }
    }

    /** All unpublished messages, without settling them. */
    private List<OutboxEntry> owed() {
        List<OutboxEntry> all = new ArrayList<>();
        var _ = queue.queues.owedBy(List.of("q"));
        long published = parent().getEmbedded(List.of("journal", "published"), 0L);
        long batch = parent().getEmbedded(List.of("journal", "batch"), 0L);
        for (long number = published + 1; number <= batch; number++) {
            Document document =
                    way.database()
                            .getMongoDatabase()
                            .getCollection("queues.journal")
                            .find(Filters.eq("_id", "q:" + number))
                            .first();
            Objects.requireNonNull(document, "journal document " + number)
                    .getList("messages", Document.class)
                    .forEach(message -> all.add(OutboxEntry.from(message)));
        }
        return all;
    }

    private Document parent() {
        return Objects.requireNonNull(
                way.database()
                        .getMongoDatabase()
                        .getCollection("queues")
                        .find(Filters.eq("_id", "q"))
                        .first());
    }
}
