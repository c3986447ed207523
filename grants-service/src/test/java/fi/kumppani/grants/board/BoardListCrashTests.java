package fi.kumppani.grants.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.AtOnce;
import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.applicant.FakeRegistry;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** A list is carried out to its end and each row decided once, whatever happens on the way. */
class BoardListCrashTests {

    private static final Euros CAP = Euros.parse("400");
    private static final LocalDate TODAY = FinnishTime.today(Clock.systemUTC());
    private static final BoardList.Meeting MEETING =
            new BoardList.Meeting("kulttuurilautakunta", TODAY);

    private final FaultyStore store = new FaultyStore();
    private final FakeRegistry registry = new FakeRegistry();
    private final GrantsInstance witness = GrantsInstance.on(store.way().database(), registry);

    @AfterEach
    void close() {
        witness.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void decidesEachRowOnceHoweverOftenItCrashes(long seed) {
        Random random = new Random(seed);
        Recorded list = recorded(random, 5);

        int crashes = 0;
        for (int life = 0; life < 12; life++) {
            FaultyStore.Way way = store.way();
            try (GrantsInstance dying = GrantsInstance.on(way.database(), registry)) {
                int writes = random.nextInt(14);
                way.befall(
                        FaultyStore.dyingAfterWrites(
                                writes,
                                random.nextBoolean()
                                        ? FaultyStore.Fate.IS_LOST
                                        : FaultyStore.Fate.IS_NOT_ANSWERED));
                var _ = here(() -> dying.get(CarryOutBoardList.class).step(list.id));
            } catch (MongoException | ContentionException _) {
                crashes++;
            }
        }

        assertThat(crashes).isPositive();
        finish(list.id);
        assertBooksAgree(list);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void decidesEachRowOnceHoweverManyCarryItOutAtOnce(long seed) {
        Random random = new Random(seed);
        Recorded list = recorded(random, 6);
        try (GrantsInstance other = GrantsInstance.on(store.way().database(), registry)) {
            var _ =
                    AtOnce.each(
                            4,
                            i ->
                                    here(
                                            () ->
                                                    (i % 2 == 0 ? other : witness)
                                                            .get(CarryOutBoardList.class)
                                                            .step(list.id)));
        }

        finish(list.id);
        assertBooksAgree(list);
    }

    @Test
    void leavesOpenWhatTheBudgetDoesNotSufficeForAndLetsItOntoAnotherList() {
        CallId call = witness.publishedCall(Euros.parse("800"), CAP);
        List<ApplicationId> applications = submitted(call, 2);
        BoardListId list = listOf(call, applications, GrantsInstance.grant(CAP));
        record(list, Map.of());
        ApplicationId another = witness.submitted(call, CAP);
        var _ = witness.decide(another, GrantsInstance.grant(CAP), GrantsInstance.request());

        finish(list);

        assertThat(row(list, applications.getFirst()).ending()).isInstanceOf(Ending.Decided.class);
        assertThat(row(list, applications.getLast()).ending())
                .isEqualTo(new Ending.LeftOpen("budget-exceeded"));
        assertThat(propose(start(call), applications.getLast(), GrantsInstance.grant(CAP), 0))
                .isEqualTo(new PrepareBoardList.Result.Done());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsSumsAndPlacesWhateverOfficersDoAtOnce(long seed) {
        CallId call = witness.publishedCall(Euros.parse("30000"), CAP);
        List<ApplicationId> applications = submitted(call, 4);
        List<BoardListId> lists = List.of(start(call), start(call));

        var _ =
                AtOnce.each(
                        6,
                        worker -> {
                            Random random = new Random(seed * 100 + worker);
                            for (int i = 0; i < 12; i++) {
                                scribble(random, lists, applications);
                            }
                            return true;
                        });

        for (ApplicationId application : applications) {
            assertThat(lists.stream().filter(list -> stands(list, application))).hasSizeLessThan(2);
        }
        for (BoardListId list : lists) {
            Sums sums = Sums.NONE;
            for (BoardRow row : rows(list)) {
                sums = row.isOff() ? sums : sums.plus(row);
            }
            assertThat(find(list).head().sums()).isEqualTo(sums);
        }
    }

    private void scribble(
            Random random, List<BoardListId> lists, List<ApplicationId> applications) {
        BoardListId list = lists.get(random.nextInt(lists.size()));
        ApplicationId application = applications.get(random.nextInt(applications.size()));
        long seen =
                here(() -> witness.get(BoardLists.class).row(list, application))
                        .filter(row -> !row.isOff())
                        .map(BoardRow::version)
                        .orElse(0L);
        try {
            if (random.nextInt(3) == 0) {
                var _ =
                        here(
                                () ->
                                        witness.get(PrepareBoardList.class)
                                                .takeOff(list, application, seen));
            } else {
                var verdict = GrantsInstance.grant(new Euros(1 + random.nextInt(40_000)));
                var _ = propose(list, application, verdict, seen);
            }
        } catch (StaleVersionException _) {
            // Somebody else was first.
        }
    }

    private boolean stands(BoardListId list, ApplicationId application) {
        return here(() -> witness.get(BoardLists.class).row(list, application))
                .filter(BoardRow::isLive)
                .isPresent();
    }

    /** A list that a board has resolved in some way. */
    private Recorded recorded(Random random, int size) {
        CallId call = witness.publishedCall(Euros.parse("30000"), CAP);
        List<ApplicationId> applications = submitted(call, size);
        BoardListId list = start(call);
        Map<ApplicationId, Resolution> exceptions = new LinkedHashMap<>();
        for (ApplicationId application : applications) {
            var _ = propose(list, application, verdict(random), 0);
            switch (random.nextInt(6)) {
                case 0 -> exceptions.put(application, new Resolution.Tabled());
                case 1 -> exceptions.put(application, new Resolution.Returned());
                case 2 -> exceptions.put(application, new Resolution.Otherwise(verdict(random)));
                default -> {
                    // As proposed.
                }
            }
        }
        present(list);
        record(list, exceptions);
        return new Recorded(list, call, applications, exceptions);
    }

    private static Verdict verdict(Random random) {
        return random.nextInt(4) == 0
                ? new Verdict.Refuse(List.of(DecisionReason.CRITERIA_NOT_MET))
                : GrantsInstance.grant(new Euros(10_000 + random.nextInt(30_000)));
    }

    private BoardListId listOf(CallId call, List<ApplicationId> applications, Verdict verdict) {
        BoardListId list = start(call);
        for (ApplicationId application : applications) {
            assertThat(propose(list, application, verdict, 0))
                    .isEqualTo(new PrepareBoardList.Result.Done());
        }
        present(list);
        return list;
    }

    private BoardListId start(CallId call) {
        return here(
                () -> {
                    var started =
                            witness.get(PrepareBoardList.class)
                                    .start(call, MEETING, GrantsInstance.request());
                    if (!(started.orElseThrow() instanceof BoardLists.Started.Kept(var list))) {
                        throw new AssertionError("Not started");
                    }
                    return list.head().id();
                });
    }

    private PrepareBoardList.Result propose(
            BoardListId list, ApplicationId application, Verdict verdict, long seen) {
        return here(
                () ->
                        witness.get(PrepareBoardList.class)
                                .propose(list, witness.load(application), verdict, seen)
                                .orElseThrow());
    }

    private void present(BoardListId list) {
        long seen = find(list).head().version();
        assertThat(here(() -> witness.get(PresentBoardList.class).present(list, seen, "officer")))
                .contains(new PresentBoardList.Result.Presented());
    }

    private void record(BoardListId list, Map<ApplicationId, Resolution> exceptions) {
        long seen = find(list).head().version();
        assertThat(
                        here(
                                () ->
                                        witness.get(RecordMinutes.class)
                                                .record(
                                                        list,
                                                        seen,
                                                        "§ 44",
                                                        exceptions,
                                                        List.of(),
                                                        "decision-maker")))
                .contains(new RecordMinutes.Result.Recorded());
    }

    private void finish(BoardListId list) {
        BoardList now;
        do {
            now = here(() -> witness.get(CarryOutBoardList.class).step(list).orElseThrow());
        } while (now instanceof BoardList.Recorded);
        assertThat(now).isInstanceOf(BoardList.CarriedOut.class);
        assertThat(here(() -> witness.get(BoardLists.class).unfinished(list.call()))).isEmpty();
    }

    /** Rows, applications and ledger tell the same. */
    private void assertBooksAgree(Recorded list) {
        Euros granted = Euros.ZERO;
        for (ApplicationId application : list.applications) {
            BoardRow row = row(list.id, application);
            Resolution exception = list.exceptions.get(application);
            GrantApplication after = witness.load(application);
            switch (row.ending()) {
                case Ending.Decided(var outcome, var amount) -> {
                    GrantApplication.Decided decided = after.decided().orElseThrow();
                    assertThat(decided.outcome()).isEqualTo(outcome);
                    assertThat(decided.decision().granted()).isEqualTo(amount);
                    assertThat(decided.decision().request().maker().section()).isEqualTo("§ 44");
                    assertThat(decided.decision().request().decidedOn()).isEqualTo(TODAY);
                    granted = granted.plus(amount);
                }
                case Ending.LeftOpen(var reason) -> {
                    assertThat(after).isInstanceOf(GrantApplication.Submitted.class);
                    assertThat(reason)
                            .isEqualTo(
                                    exception instanceof Resolution.Returned
                                            ? "returned"
                                            : "tabled");
                }
                case null -> throw new AssertionError("Not carried out");
            }
        }
        assertThat(witness.readLedger(list.call).granted()).isEqualTo(granted);
        assertThat(witness.peekLedger(list.call).open()).isEmpty();
    }

    private BoardList find(BoardListId list) {
        return here(() -> witness.get(BoardLists.class).find(list).orElseThrow());
    }

    private BoardRow row(BoardListId list, ApplicationId application) {
        return here(() -> witness.get(BoardLists.class).row(list, application).orElseThrow());
    }

    private List<BoardRow> rows(BoardListId list) {
        return here(() -> witness.get(BoardLists.class).rows(list, 0, 100));
    }

    private List<ApplicationId> submitted(CallId call, int how) {
        List<ApplicationId> applications = new ArrayList<>();
        for (int i = 0; i < how; i++) {
            applications.add(witness.submitted(call, CAP));
        }
        return applications;
    }

    private static <R> R here(Supplier<R> work) {
        return Tenancy.callIn(GrantsInstance.HERE, work::get);
    }

    private record Recorded(
            BoardListId id,
            CallId call,
            List<ApplicationId> applications,
            Map<ApplicationId, Resolution> exceptions) {}
}
