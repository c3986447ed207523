package fi.kumppani.grants.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.kit.money.Euros;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class BudgetLedgerTests {

    @Test
    void holdsMoneyUntilItIsGranted() {
        BudgetLedger ledger = opened("1000");

        BudgetLedger.Answer held = ledger.reserve(claim("d1", "400"));
        assertThat(held.reservation()).isInstanceOf(Reservation.Open.class);
        assertThat(held.ledger().reserved()).isEqualTo(euros("400"));
        assertThat(held.ledger().available()).isEqualTo(euros("600"));

        BudgetLedger.Answer granted = held.ledger().grant((Reservation.Open) held.reservation());
        assertThat(granted.ledger().reserved()).isEqualTo(Euros.ZERO);
        assertThat(granted.ledger().granted()).isEqualTo(euros("400"));
        assertThat(granted.ledger().entries()).isEqualTo(3);
    }

    @Test
    void grantsTheLastCentAndNotOneMore() {
        BudgetLedger ledger = opened("400");

        assertThat(ledger.reserve(claim("d1", "400")).reservation())
                .isInstanceOf(Reservation.Open.class);
        BudgetLedger.Answer refused = ledger.reserve(claim("d1", "400.01"));
        assertThat(refused.reservation()).isInstanceOf(Reservation.Exceeded.class);
        assertThat(refused.ledger()).isEqualTo(ledger);
    }

    @Test
    void countsHeldMoneyAsSpent() {
        BudgetLedger ledger = opened("400").reserve(claim("d1", "399.99")).ledger();

        assertThat(ledger.reserve(claim("d2", "0.02")).reservation())
                .isInstanceOf(Reservation.Exceeded.class);
        assertThat(ledger.reserve(claim("d2", "0.01")).reservation())
                .isInstanceOf(Reservation.Open.class);
    }

    @Test
    void hasOneAppropriationOnly() {
        assertThatThrownBy(() -> opened("400").appropriate(euros("1")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cannotEvenBeWrittenDownWithMorePromisedThanThereIs() {
        assertThatThrownBy(
                        () ->
                                new BudgetLedger(
                                        euros("100"), Euros.ZERO, euros("100.01"), 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new BudgetLedger(euros("100"), euros("1"), Euros.ZERO, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverPromisesMoreThanThereIsWhateverIsAsked() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            BudgetLedger ledger = opened(Integer.toString(1 + random.nextInt(5_000)));
            List<Reservation.Open> open = new ArrayList<>();
            long granted = 0;
            for (int step = 0; step < 100; step++) {
                if (open.isEmpty() || random.nextBoolean()) {
                    var claim =
                            new Claim(decision(step), "a", new Euros(1 + random.nextInt(60_000)));
                    BudgetLedger.Answer answer = ledger.reserve(claim);
                    if (answer.reservation() instanceof Reservation.Open held) {
                        open.add(held);
                    }
                    ledger = answer.ledger();
                } else {
                    Reservation.Open next = open.remove(random.nextInt(open.size()));
                    granted += next.claim().amount().cents();
                    ledger = ledger.grant(next).ledger();
                }
                assertThat(ledger.reserved().plus(ledger.granted()).exceeds(ledger.appropriation()))
                        .isFalse();
                assertThat(ledger.granted().cents()).isEqualTo(granted);
                assertThat(ledger.open()).hasSize(open.size());
            }
        }
    }

    private static DecisionId decision(int number) {
        return new DecisionId("d" + number);
    }

    private static BudgetLedger opened(String appropriation) {
        return BudgetLedger.empty().appropriate(euros(appropriation));
    }

    private static Claim claim(String decision, String amount) {
        return new Claim(new DecisionId(decision), "application", euros(amount));
    }

    private static Euros euros(String amount) {
        return Euros.parse(amount);
    }
}
