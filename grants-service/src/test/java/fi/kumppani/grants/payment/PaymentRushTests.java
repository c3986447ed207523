package fi.kumppani.grants.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.AtOnce;
import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.TwoInstances;
import fi.kumppani.grants.award.AnswerAward;
import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.award.Payment;
import fi.kumppani.grants.bankaccount.BankAccount;
import fi.kumppani.grants.bankaccount.ChangeBankAccount;
import fi.kumppani.grants.bankaccount.Iban;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Whoever collects, approves and answers at once, and whatever fails: nothing is paid twice. */
class PaymentRushTests {

    private static final Euros CAP = Euros.parse("400");
    private static final Payer PAYER =
            new Payer(
                    "Seinäjoen kaupunki", new Iban("FI2112345600000785"), LocalDate.of(2999, 1, 1));

    private final TwoInstances both = new TwoInstances();
    private final GrantsInstance left = both.left();
    private final GrantsInstance right = both.right();

    @AfterEach
    void close() {
        both.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void paysNeverTwiceAndNeverMoreThanGranted(long seed) {
        CallId call = left.publishedCall(Euros.parse("30000"), CAP);
        List<ApplicationId> applications = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            applications.add(accepted(call));
        }
        both.failByChance(seed, 30);

        var _ =
                AtOnce.each(
                        6,
                        worker -> {
                            Random own = new Random(seed * 31 + worker);
                            for (int step = 0; step < 15; step++) {
                                attempt(own.nextBoolean() ? left : right, call, worker, own);
                            }
                            return worker;
                        });
        both.heal();
        Tenancy.runIn(GrantsInstance.HERE, () -> right.get(FinishBatch.class).finishAll());

        assertAgree(call, applications);
    }

    private void attempt(GrantsInstance instance, CallId call, int worker, Random own) {
        try {
            Tenancy.runIn(
                    GrantsInstance.HERE,
                    () -> {
                        List<Stored<PaymentBatch>> batches =
                                instance.get(PaymentBatches.class).list("", 200);
                        int choice = own.nextInt(6);
                        if (choice == 0 || batches.isEmpty()) {
                            var _ =
                                    instance.get(CollectPayments.class)
                                            .collect(
                                                    call,
                                                    Set.of(),
                                                    PAYER,
                                                    "officer-" + worker,
                                                    GrantsInstance.request());
                            return;
                        }
                        Stored<PaymentBatch> any = batches.get(own.nextInt(batches.size()));
                        move(instance.get(MoveBatch.class), any, choice, worker, own);
                    });
        } catch (MongoException | ContentionException | StaleVersionException _) {
            // The store failed in the middle, or somebody was faster: somebody will finish.
            assertThat(own).isNotNull();
        }
    }

    private static void move(
            MoveBatch moves, Stored<PaymentBatch> batch, int choice, int worker, Random own) {
        BatchId id = batch.body().id();
        var _ =
                switch (choice) {
                    case 1, 2 -> moves.approve(id, "officer-" + worker, batch.version());
                    case 3 -> moves.discard(id, batch.version());
                    case 4 -> moves.export(id, batch.version());
                    default ->
                            moves.answer(
                                    id,
                                    Map.of(
                                            batch.body().rows().getFirst().payment(),
                                            new PaymentBatch.BankAnswer(
                                                    own.nextBoolean(), "FOCR")));
                };
    }

    /** Ledger, awards and batches tell the same of each payment. */
    private void assertAgree(CallId call, List<ApplicationId> applications) {
        BudgetLedger ledger = left.readLedger(call);
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    Set<String> inBatches = new HashSet<>();
                    Set<String> waiting = new HashSet<>();
                    for (Stored<PaymentBatch> each : left.get(PaymentBatches.class).list("", 200)) {
                        PaymentBatch batch = each.body();
                        assertThat(batch.isUnfinished()).isFalse();
                        batch.rows().stream()
                                .filter(
                                        row ->
                                                row.stage() == PaymentRow.Stage.BOOKED
                                                        || row.stage()
                                                                == PaymentRow.Stage.CONFIRMED)
                                .forEach(row -> inBatches.add(row.payment()));
                        if (batch.state() instanceof PaymentBatch.State.Proposed) {
                            batch.rows().stream()
                                    .filter(row -> row.stage() == PaymentRow.Stage.WAITING)
                                    .forEach(row -> waiting.add(row.payment()));
                        }
                    }
                    Set<String> paid = new HashSet<>();
                    Set<String> collected = new HashSet<>();
                    Euros sum = Euros.ZERO;
                    for (ApplicationId id : applications) {
                        Award award = left.get(Awards.class).find(id).body();
                        assertThat(award.payments().stream().filter(Payment::isLive).count())
                                .isLessThanOrEqualTo(1);
                        for (Payment payment : award.payments()) {
                            if (payment.hasLeft()) {
                                paid.add(payment.id());
                            } else if (payment.isLive()) {
                                collected.add(payment.id());
                            }
                        }
                        sum = sum.plus(award.paid());
                    }
                    assertThat(paid).isEqualTo(inBatches);
                    assertThat(collected).isEqualTo(waiting);
                    assertThat(ledger.paid()).isEqualTo(sum);
                    assertThat(ledger.granted().plus(ledger.paid()))
                            .isEqualTo(new Euros(CAP.cents() * applications.size()));
                });
    }

    private ApplicationId accepted(CallId call) {
        ApplicationId id = left.submitted(call, CAP);
        var _ = left.decide(id, GrantsInstance.grant(CAP), GrantsInstance.request());
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    GrantApplication.Decided decided = left.load(id).decided().orElseThrow();
                    var _ = left.get(AnswerAward.class).accept(decided, "anna", 0);
                    var _ =
                            left.get(ChangeBankAccount.class)
                                    .enter(
                                            decided.filing().applicant(),
                                            new Iban("FI2112345600000785"),
                                            new BankAccount.Enterer("anna", true, null),
                                            0);
                });
        return id;
    }
}
