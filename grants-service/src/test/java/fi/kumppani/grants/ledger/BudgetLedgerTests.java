package fi.kumppani.grants.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.kit.money.Euros;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

class BudgetLedgerTests {

    private static final String ANNA = "application";

    @Test
    void holdsMoneyUntilItIsGranted() {
        Books books = opened("1000");

        assertThat(books.book(Operation.reserve(claim("d1", "400"))).isDone()).isTrue();
        assertThat(books.ledger.reserved()).isEqualTo(euros("400"));
        assertThat(books.ledger.available()).isEqualTo(euros("600"));
        assertThat(books.ledger.open()).containsExactly(claim("d1", "400"));

        assertThat(books.book(Operation.grant(claim("d1", "400"))).entry()).isEqualTo(3);
        assertThat(books.ledger.reserved()).isEqualTo(Euros.ZERO);
        assertThat(books.ledger.granted()).isEqualTo(euros("400"));
        assertThat(books.ledger.open()).isEmpty();
    }

    @Test
    void takesMoneyThroughEveryAccount() {
        Books books = granted("1000", "400");

        books.book(operation(LedgerEntry.Kind.PAID, "p1", "300"));
        books.book(operation(LedgerEntry.Kind.REVERSED, "p1", "300"));
        books.book(operation(LedgerEntry.Kind.PAID, "p2", "350"));
        books.book(operation(LedgerEntry.Kind.RELEASED, "cut", "50"));
        books.book(operation(LedgerEntry.Kind.RETURNED, "recovery", "120"));

        assertThat(books.ledger.available()).isEqualTo(euros("650"));
        assertThat(books.ledger.granted()).isEqualTo(Euros.ZERO);
        assertThat(books.ledger.paid()).isEqualTo(euros("230"));
        assertThat(books.ledger.returned()).isEqualTo(euros("120"));
        assertThat(books.ledger.appropriation()).isEqualTo(euros("1000"));
        assertThat(books.position(ANNA).entries()).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void grantsTheLastCentAndNotOneMore() {
        Books books = opened("400");
        BudgetLedger before = books.ledger;

        Booking refused = books.book(Operation.reserve(claim("d1", "400.01")));
        assertThat(refused.isDone()).isFalse();
        assertThat(books.ledger).isEqualTo(before);
        assertThat(books.position(ANNA).reservation(new DecisionId("d1")))
                .contains(new Reservation.Exceeded(claim("d1", "400.01")));
        assertThat(books.book(Operation.reserve(claim("d2", "400"))).isDone()).isTrue();
    }

    @Test
    void countsHeldMoneyAsSpent() {
        Books books = opened("400");
        books.book(Operation.reserve(claim("d1", "399.99")));

        assertThat(books.book(Operation.reserve(claim("d2", "0.02"))).isDone()).isFalse();
        assertThat(books.book(Operation.reserve(claim("d3", "0.01"))).isDone()).isTrue();
    }

    @Test
    void paysNobodyFromWhatIsGrantedToAnother() {
        Books books = granted("1000", "400");

        Booking booking =
                books.book(
                        new Operation(
                                LedgerEntry.Kind.PAID,
                                new OperationId("p1"),
                                "another",
                                euros("0.01")));

        assertThat(booking.isDone()).isFalse();
        assertThat(books.ledger.paid()).isEqualTo(Euros.ZERO);
    }

    @Test
    void answersTheSameForEver() {
        Books books = granted("1000", "400");
        Operation tooMuch = operation(LedgerEntry.Kind.PAID, "p1", "401");
        Operation enough = operation(LedgerEntry.Kind.PAID, "p2", "400");
        assertThat(books.book(tooMuch).isDone()).isFalse();
        Booking first = books.book(enough);
        BudgetLedger after = books.ledger;

        assertThat(books.book(enough)).isEqualTo(first);
        assertThat(books.book(tooMuch).isDone()).isFalse();
        assertThat(books.ledger).isEqualTo(after);
        assertThatThrownBy(() -> books.book(operation(LedgerEntry.Kind.PAID, "p2", "399")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void grantsNothingThatIsNotHeld() {
        assertThatThrownBy(() -> opened("400").book(Operation.grant(claim("d1", "1"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void hasOneAppropriationOnly() {
        assertThatThrownBy(() -> opened("400").ledger.appropriate(euros("1")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isRestatedDownToWhatIsPromisedAndNoFurther() {
        BudgetLedger ledger = granted("1000", "400").ledger;

        assertThat(ledger.restate(euros("399.99")))
                .isEqualTo(new BudgetLedger.Restated.Refused(Restatement.Refusal.BELOW_PROMISED));
        assertThat(ledger.restate(euros("1000")))
                .isEqualTo(
                        new BudgetLedger.Restated.Refused(
                                Restatement.Refusal.APPROPRIATION_UNCHANGED));
        assertThat(ledger.restate(euros("400")))
                .isInstanceOfSatisfying(
                        BudgetLedger.Restated.Done.class,
                        done -> {
                            assertThat(done.kind()).isEqualTo(LedgerEntry.Kind.LOWERED);
                            assertThat(done.difference()).isEqualTo(euros("600"));
                            assertThat(done.ledger().available()).isEqualTo(Euros.ZERO);
                            assertThat(done.ledger().appropriation()).isEqualTo(euros("400"));
                        });
    }

    @Test
    void cannotEvenBeWrittenDownWithMorePromisedThanThereIs() {
        var overdrawn =
                new Balances(
                        Map.of(
                                Account.BUDGET, -100L,
                                Account.AVAILABLE, -1L,
                                Account.GRANTED, 101L));
        assertThatThrownBy(() -> new BudgetLedger(BudgetLine.UNTOLD, overdrawn, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Balances(Map.of(Account.PAID, 1L)))
                .isInstanceOf(IllegalArgumentException.class);
        var unclaimed = new Balances(Map.of(Account.BUDGET, -1L, Account.RESERVED, 1L));
        assertThatThrownBy(() -> new BudgetLedger(BudgetLine.UNTOLD, unclaimed, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNeverBelowZeroAndAgreesWithItsEntriesWhateverIsAsked() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Books books = opened(Integer.toString(1 + random.nextInt(5_000)));
            for (int step = 0; step < 100; step++) {
                books.doSomething(random, step);
                books.assertAgree();
            }
        }
    }

    private static Operation operation(LedgerEntry.Kind kind, String id, String amount) {
        return new Operation(kind, new OperationId(id), ANNA, euros(amount));
    }

    private static Books opened(String appropriation) {
        return new Books(euros(appropriation));
    }

    private static Books granted(String appropriation, String amount) {
        Books books = opened(appropriation);
        books.book(Operation.reserve(claim("d0", amount)));
        books.book(Operation.grant(claim("d0", amount)));
        return books;
    }

    private static Claim claim(String decision, String amount) {
        return new Claim(new DecisionId(decision), ANNA, euros(amount));
    }

    private static Euros euros(String amount) {
        return Euros.parse(amount);
    }

    /** A ledger with its positions, and beside them the sums of its entries counted anew. */
    private static final class Books {

        private static final List<LedgerEntry.Kind> AFTERWARDS =
                List.of(
                        LedgerEntry.Kind.RELEASED,
                        LedgerEntry.Kind.PAID,
                        LedgerEntry.Kind.REVERSED,
                        LedgerEntry.Kind.RETURNED);

        private final Map<String, Position> positions = new HashMap<>();
        private final Map<Account, Long> counted = new HashMap<>();
        private final List<Operation> asked = new ArrayList<>();
        private BudgetLedger ledger;

        private Books(Euros appropriation) {
            ledger = BudgetLedger.empty(BudgetLine.UNTOLD).appropriate(appropriation);
            count(LedgerEntry.Kind.APPROPRIATED, appropriation);
        }

        private Booking book(Operation operation) {
            BudgetLedger.Booked booked = ledger.book(position(operation.claimant()), operation);
            if (booked.ledger().entries() > ledger.entries()) {
                count(operation.kind(), operation.amount());
            }
            ledger = booked.ledger();
            positions.put(operation.claimant(), booked.position());
            asked.add(operation);
            return booked.booking();
        }

        private Position position(String claimant) {
            return positions.getOrDefault(claimant, Position.of(claimant));
        }

        private void count(LedgerEntry.Kind kind, Euros amount) {
            counted.merge(kind.from(), -amount.cents(), Long::sum);
            counted.merge(kind.to(), amount.cents(), Long::sum);
        }

        private void doSomething(Random random, int step) {
            String claimant = "a" + random.nextInt(5);
            Euros amount = new Euros(1 + random.nextInt(60_000));
            switch (random.nextInt(6)) {
                case 0, 1 ->
                        book(
                                Operation.reserve(
                                        new Claim(new DecisionId("d" + step), claimant, amount)));
                case 2 -> {
                    if (!ledger.open().isEmpty()) {
                        book(Operation.grant(ledger.open().getFirst()));
                    }
                }
                case 3 -> {
                    if (ledger.restate(amount)
                            instanceof
                            BudgetLedger.Restated.Done(var kind, var difference, var next)) {
                        count(kind, difference);
                        ledger = next;
                    }
                }
                case 4 -> {
                    if (!asked.isEmpty()) {
                        book(asked.get(random.nextInt(asked.size())));
                    }
                }
                default ->
                        book(
                                new Operation(
                                        AFTERWARDS.get(random.nextInt(AFTERWARDS.size())),
                                        new OperationId("o" + step),
                                        claimant,
                                        amount));
            }
        }

        private void assertAgree() {
            for (Account account : Account.values()) {
                long sum = ledger.balances().in(account);
                assertThat(sum).isEqualTo(Objects.requireNonNullElse(counted.get(account), 0L));
                if (account != Account.BUDGET) {
                    assertThat(sum).isNotNegative();
                }
            }
            for (Account account :
                    List.of(Account.RESERVED, Account.GRANTED, Account.PAID, Account.RETURNED)) {
                assertThat(positions.values())
                        .allMatch(position -> position.balances().in(account) >= 0);
                assertThat(
                                positions.values().stream()
                                        .mapToLong(position -> position.balances().in(account))
                                        .sum())
                        .isEqualTo(ledger.balances().in(account));
            }
        }
    }
}
