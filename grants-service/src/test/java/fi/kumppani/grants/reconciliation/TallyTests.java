package fi.kumppani.grants.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.ledger.Account;
import fi.kumppani.grants.ledger.Balances;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.grants.recovery.MoneyReturn;
import fi.kumppani.grants.recovery.Recovery;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Creation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

class TallyTests {

    private static final BookMonth MARCH = new BookMonth(YearMonth.of(2026, 3));
    private static final String IN_FEBRUARY = "2026-02-28T21:59:59.999Z";
    private static final String FIRST_OF_MARCH = "2026-02-28T22:00:00Z";
    private static final String LAST_OF_MARCH = "2026-03-31T20:59:59.999Z";
    private static final String IN_APRIL = "2026-03-31T21:00:00Z";
    private static final ApplicationId APPLICATION = new ApplicationId("a");

    @ParameterizedTest
    @CsvSource({
        IN_FEBRUARY + ", false",
        FIRST_OF_MARCH + ", true",
        LAST_OF_MARCH + ", true",
        IN_APRIL + ", false"
    })
    void aMonthBeginsAndEndsAtMidnightInFinland(String at, boolean isIn) {
        assertThat(MARCH.includes(Instant.parse(at))).isEqualTo(isIn);
    }

    @Test
    void opensWithWhatWasBeforeAndClosesWithWhatWasThen() {
        Tally tally = new Tally(MARCH);
        add(tally, entry(LedgerEntry.Kind.APPROPRIATED, "1000", IN_FEBRUARY));
        add(tally, entry(LedgerEntry.Kind.RESERVED, "300", FIRST_OF_MARCH));
        add(tally, entry(LedgerEntry.Kind.GRANTED, "300", FIRST_OF_MARCH));
        add(tally, entry(LedgerEntry.Kind.PAID, "100.01", LAST_OF_MARCH));
        add(tally, entry(LedgerEntry.Kind.PAID, "0.02", LAST_OF_MARCH));
        add(tally, entry(LedgerEntry.Kind.PAID, "50", IN_APRIL));

        assertThat(tally.opening().in(Account.AVAILABLE)).isEqualTo(100_000);
        assertThat(tally.closing().in(Account.GRANTED)).isEqualTo(19_997);
        assertThat(tally.closing().in(Account.PAID)).isEqualTo(10_003);
        assertThat(tally.last().in(Account.PAID)).isEqualTo(15_003);
        assertThat(tally.movements())
                .containsExactly(
                        new Movement(Movement.Kind.RESERVED, 1, Euros.parse("300")),
                        new Movement(Movement.Kind.GRANTED, 1, Euros.parse("300")),
                        new Movement(Movement.Kind.PAID, 2, Euros.parse("100.03")));
    }

    @Test
    void theMovementsLeadFromTheOpeningToTheClosing() {
        Tally tally = new Tally(MARCH);
        add(tally, entry(LedgerEntry.Kind.APPROPRIATED, "1000", IN_FEBRUARY));
        for (LedgerEntry.Kind kind :
                List.of(
                        LedgerEntry.Kind.RAISED,
                        LedgerEntry.Kind.LOWERED,
                        LedgerEntry.Kind.RESERVED,
                        LedgerEntry.Kind.GRANTED,
                        LedgerEntry.Kind.PAID,
                        LedgerEntry.Kind.RETURNED)) {
            add(tally, entry(kind, "7.77", FIRST_OF_MARCH));
        }
        Balances reached = tally.opening();
        for (Movement each : tally.movements()) {
            reached = reached.after(LedgerEntry.Kind.valueOf(each.kind().name()), each.amount());
        }

        assertThat(reached).isEqualTo(tally.closing());
    }

    @Test
    void tellsWhatCameBackOnAClaimFromWhatCameByItself() {
        LedgerEntry byItself = back("returned:m0");
        LedgerEntry claimed = back("returned:m1");
        EntryCheck.Known known = known(List.of(money("m0", 0), money("m1", 1)));

        assertThat(known.kind(byItself, false)).isEqualTo(Movement.Kind.RETURNED);
        assertThat(known.kind(byItself, true)).isEqualTo(Movement.Kind.LOAN_REPAID);
        assertThat(known.kind(claimed, true)).isEqualTo(Movement.Kind.RECOVERED);
        assertThat(known.difference(claimed)).isEmpty();
    }

    @Test
    void namesTheCaseThatDoesNotAgree() {
        assertThat(known(List.of()).difference(back("returned:m0")))
                .contains(
                        new Difference(
                                Difference.Kind.RETURN_UNKNOWN,
                                "a",
                                "returned:m0",
                                Euros.parse("5"),
                                Euros.ZERO));
        assertThat(
                        known(List.of())
                                .difference(entry(LedgerEntry.Kind.PAID, "3", FIRST_OF_MARCH))
                                .map(Difference::kind))
                .contains(Difference.Kind.PAYMENT_UNKNOWN);
    }

    private static EntryCheck.Known known(List<MoneyReturn> returns) {
        return new EntryCheck.Known(
                Map.of(), Map.of(APPLICATION, new Recovery(APPLICATION, List.of(), returns)));
    }

    private static MoneyReturn money(String id, int claim) {
        return new MoneyReturn(
                id,
                claim,
                LocalDate.of(2026, 3, 2),
                Euros.parse("5"),
                Euros.ZERO,
                new Creation("key", "hash"),
                MoneyReturn.Stage.BOOKED);
    }

    private static LedgerEntry back(String operation) {
        return new LedgerEntry(
                9,
                LedgerEntry.Kind.RETURNED,
                Euros.parse("5"),
                new OperationId(operation),
                "a",
                null,
                Instant.parse(FIRST_OF_MARCH));
    }

    private static void add(Tally tally, LedgerEntry entry) {
        tally.add(entry, Movement.Kind.of(entry.kind()));
    }

    private static LedgerEntry entry(LedgerEntry.Kind kind, String amount, String at) {
        return new LedgerEntry(
                1,
                kind,
                Euros.parse(amount),
                new OperationId("payment"),
                "a",
                null,
                Instant.parse(at));
    }
}
