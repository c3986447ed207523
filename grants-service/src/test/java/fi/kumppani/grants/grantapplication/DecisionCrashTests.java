package fi.kumppani.grants.grantapplication;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.applicant.FakeRegistry;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.grants.ledger.EntryFilter;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A decision is all made or not made at all, whichever of its writes is the last before a crash.
 */
class DecisionCrashTests {

    /** One decision takes fewer writes than this. */
    private static final int MANY = 40;

    private static final Euros CAP = Euros.parse("400");

    private final FaultyStore store = new FaultyStore();
    private final FakeRegistry registry = new FakeRegistry();
    private final GrantsInstance witness = GrantsInstance.on(store.way().database(), registry);

    @AfterEach
    void close() {
        witness.close();
        store.close();
    }

    @Test
    void endsConsistentAfterACrashAtAnyWriteWhenTheApplicationIsLookedAt() {
        int crashes =
                crashAtEveryWrite("400", after -> assertSettled(witness.load(after.application)));

        assertThat(crashes).isGreaterThanOrEqualTo(7);
    }

    @Test
    void endsConsistentAfterACrashAtAnyWriteWhenTheLedgerIsLookedAt() {
        int crashes =
                crashAtEveryWrite(
                        "400",
                        after -> {
                            assertThat(witness.readLedger(after.call).open()).isEmpty();
                            assertSettled(witness.load(after.application));
                        });

        assertThat(crashes).isGreaterThanOrEqualTo(7);
    }

    @Test
    void endsConsistentAfterACrashAtAnyWriteWhenTheSweepComesBy() {
        int crashes =
                crashAtEveryWrite(
                        "400",
                        after -> {
                            witness.get(FinishLeftDecisions.class).finishAll();
                            assertSettled(witness.peek(after.application));
                            assertThat(witness.peekLedger(after.call).open()).isEmpty();
                        });

        assertThat(crashes).isGreaterThanOrEqualTo(7);
    }

    @Test
    void endsConsistentAfterACrashAtAnyWriteWhenTheRequestIsSentAgain() {
        int crashes =
                crashAtEveryWrite(
                        "400",
                        after ->
                                assertThat(
                                                witness.decide(
                                                        after.application,
                                                        GrantsInstance.grant(CAP),
                                                        after.request))
                                        .isInstanceOf(DecideGrantApplication.Result.Made.class));

        assertThat(crashes).isGreaterThanOrEqualTo(7);
    }

    @Test
    void goesBackToBeDecidedAfterACrashWhenTheBudgetDoesNotSuffice() {
        int crashes =
                crashAtEveryWrite(
                        "399.99", after -> assertSettled(witness.load(after.application)));

        assertThat(crashes).isGreaterThanOrEqualTo(4);
    }

    @Test
    void wouldBeInconsistentIfNobodyFinishedWhatACrashLeft() {
        List<Boolean> consistent = new ArrayList<>();
        After after;
        do {
            after = crash("400", consistent.size(), FaultyStore.Fate.IS_LOST);
            consistent.add(isConsistent(after));
        } while (after.crashed);

        assertThat(consistent).startsWith(true).endsWith(true).contains(false);
    }

    private int crashAtEveryWrite(String budget, Consumer<After> recover) {
        return Math.min(
                crashAtEveryWrite(budget, FaultyStore.Fate.IS_LOST, recover),
                crashAtEveryWrite(budget, FaultyStore.Fate.IS_NOT_ANSWERED, recover));
    }

    private int crashAtEveryWrite(String budget, FaultyStore.Fate last, Consumer<After> recover) {
        for (int writes = 0; writes < MANY; writes++) {
            After after = crash(budget, writes, last);
            recover.accept(after);
            var _ = witness.readLedger(after.call);
            assertThat(isConsistent(after)).as("after %d writes, %s", writes, last).isTrue();
            if (!after.crashed) {
                return writes;
            }
        }
        throw new AssertionError("A decision took more than " + MANY + " writes");
    }

    private static void assertSettled(GrantApplication application) {
        assertThat(application).isNotInstanceOf(GrantApplication.Deciding.class);
    }

    /** Decides, and lets the process die after some writes; what is left is seen by another. */
    private After crash(String budget, int writes, FaultyStore.Fate last) {
        Creation request = GrantsInstance.request();
        CallId call = witness.publishedCall(Euros.parse(budget).plus(CAP), CAP);
        var _ =
                witness.decide(
                        witness.submitted(call, CAP),
                        GrantsInstance.grant(CAP),
                        GrantsInstance.request());
        ApplicationId application = witness.submitted(call, CAP);
        boolean crashed = false;
        FaultyStore.Way way = store.way();
        try (GrantsInstance dying = GrantsInstance.on(way.database(), registry)) {
            way.befall(FaultyStore.dyingAfterWrites(writes, last));
            var _ = dying.decide(application, GrantsInstance.grant(CAP), request);
        } catch (MongoException | ContentionException _) {
            crashed = true;
        }
        return new After(call, application, request, crashed);
    }

    private boolean isConsistent(After after) {
        BudgetLedger ledger = witness.peekLedger(after.call);
        GrantApplication application = witness.peek(after.application);
        if (!GrantsInstance.settledStates().contains(application.getClass())) {
            return false;
        }
        long decided =
                application instanceof GrantApplication.Decided made
                        ? made.decision().granted().cents()
                        : 0;
        long expected = CAP.cents() + decided;
        return ledger.granted().cents() == expected
                && ledger.reserved().cents() == 0
                && ledger.open().isEmpty()
                && entriesOf(after, LedgerEntry.Kind.RESERVED) == expected
                && entriesOf(after, LedgerEntry.Kind.GRANTED) == expected
                && messagesOf(after) == (decided == 0 ? 2 : 3);
    }

    private long entriesOf(After after, LedgerEntry.Kind kind) {
        return Tenancy.callIn(
                GrantsInstance.HERE,
                () ->
                        witness
                                .get(Ledgers.class)
                                .entries(new LedgerId(after.call.value()), EntryFilter.ANY, 0, 100)
                                .stream()
                                .filter(entry -> entry.kind() == kind)
                                .mapToLong(entry -> entry.amount().cents())
                                .sum());
    }

    /**
     * Started, submitted, and decided at most once; nothing publishes here, so all are still there.
     */
    private int messagesOf(After after) {
        Document document =
                witness.get(MongoDatabaseFactory.class)
                        .getMongoDatabase()
                        .getCollection("applications")
                        .find(new Document("_id", after.application.value()))
                        .first();
        return document == null ? 0 : document.getList("outbox", Document.class).size();
    }

    private record After(
            CallId call, ApplicationId application, Creation request, boolean crashed) {}
}
