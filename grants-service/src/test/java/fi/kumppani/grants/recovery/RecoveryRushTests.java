package fi.kumppani.grants.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.AtOnce;
import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.TwoInstances;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.ledger.PaidGrants;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.Random;

/** Whoever notes money at once, and whatever fails: recovery and ledger agree to the cent. */
class RecoveryRushTests {

    private static final Euros CAP = Euros.parse("400");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final TwoInstances two = new TwoInstances();

    @AfterEach
    void close() {
        two.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void returnsNeverTwiceAndNeverMoreThanWasPaid(long seed) {
        GrantApplication.Decided decided = paid();
        two.failByChance(seed, 25);

        var _ =
                AtOnce.each(
                        6,
                        worker -> {
                            Random own = new Random(seed * 31 + worker);
                            for (int step = 0; step < 8; step++) {
                                var request = new Creation("key-" + own.nextInt(20), "hash");
                                note(two.of(worker), decided, 1 + own.nextInt(12_000), request);
                            }
                            return worker;
                        });
        two.heal();
        two.right().get(ClaimBack.class).finishAll();

        assertAgree(decided);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void isFinishedWhereverItBrokeOff(int writes) {
        GrantApplication.Decided decided = paid();
        var request = new Creation("key", "hash");
        two.leftWay()
                .befall(FaultyStore.dyingAfterWrites(writes, FaultyStore.Fate.IS_NOT_ANSWERED));
        note(two.left(), decided, 12_345, request);

        two.right().get(ClaimBack.class).finishAll();
        assertAgree(decided);
        note(two.right(), decided, 12_345, request);

        assertAgree(decided);
        assertThat(recovery(decided).returned()).isEqualTo(new Euros(12_345));
        assertThat(two.right().readLedger(decided.filing().call()).returned())
                .isEqualTo(new Euros(12_345));
    }

    @Test
    void paysAClaimInPartsUntilNothingIsOwed() {
        GrantApplication.Decided decided = paid();
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    ClaimBack back = two.left().get(ClaimBack.class);
                    var proposal =
                            new ClaimBack.Proposal(
                                    RecoveryGround.UNUSED,
                                    Euros.parse("300"),
                                    "Ei käytetty",
                                    new Hearing.Waived(Hearing.Why.UNNECESSARY),
                                    "officer");
                    var request = new Creation("claim", "hash");
                    assertThat(back.propose(decided, proposal, request))
                            .isEqualTo(back.propose(decided, proposal, request));
                    assertThat(back.propose(decided, proposal, new Creation("claim", "other")))
                            .isInstanceOf(Recovery.Moved.KeyReused.class);
                    assertThat(
                                    back.decide(
                                            decided,
                                            1,
                                            DecisionMaker.SOME_OFFICIAL,
                                            "decider",
                                            LocalDate.of(2999, 1, 31),
                                            back.load(decided).version()))
                            .isInstanceOf(Recovery.Moved.To.class);
                    var _ = back.note(decided, 1, Euros.parse("100.01"), DAY, creation("one"));
                    assertThat(back.note(decided, 1, Euros.parse("200.00"), DAY, creation("two")))
                            .isEqualTo(new Recovery.Moved.Refused(RecoveryRefusal.OVER_OWED));
                    var _ = back.note(decided, 1, Euros.parse("199.99"), DAY, creation("three"));
                    Recovery after = back.load(decided).body();
                    assertThat(back.owed(after, after.claim(1).orElseThrow()))
                            .contains(Owed.NOTHING);
                });
        assertAgree(decided);
        assertThat(two.left().readLedger(decided.filing().call()).paid())
                .isEqualTo(Euros.parse("100"));
    }

    private static Creation creation(String key) {
        return new Creation(key, "hash");
    }

    private void assertAgree(GrantApplication.Decided decided) {
        Recovery recovery = recovery(decided);
        var ledger = two.right().readLedger(decided.filing().call());
        assertThat(recovery.unbooked()).isEmpty();
        assertThat(ledger.returned()).isEqualTo(recovery.returned());
        assertThat(ledger.paid().plus(ledger.returned())).isEqualTo(CAP);
        assertThat(recovery.returns().stream().map(each -> each.request().key()))
                .doesNotHaveDuplicates();
    }

    private Recovery recovery(GrantApplication.Decided decided) {
        return Tenancy.callIn(
                GrantsInstance.HERE,
                () -> two.right().get(Recoveries.class).of(decided.filing().id()).body());
    }

    private static void note(
            GrantsInstance instance,
            GrantApplication.Decided decided,
            long cents,
            Creation request) {
        try {
            Tenancy.runIn(
                    GrantsInstance.HERE,
                    () -> {
                        var _ =
                                instance.get(ClaimBack.class)
                                        .note(
                                                decided,
                                                MoneyReturn.NO_CLAIM,
                                                new Euros(cents),
                                                DAY,
                                                request);
                    });
        } catch (MongoException | ContentionException | StaleVersionException e) {
            assertThat(e).isNotNull();
        }
    }

    private GrantApplication.Decided paid() {
        GrantsInstance instance = two.left();
        CallId call = instance.publishedCall(CAP, CAP);
        ApplicationId id = instance.submitted(call, CAP);
        var _ = instance.decide(id, GrantsInstance.grant(CAP), GrantsInstance.request());
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> PaidGrants.pay(instance.get(Ledgers.class), call.value(), id.value(), CAP));
        return instance.load(id).decided().orElseThrow();
    }
}
