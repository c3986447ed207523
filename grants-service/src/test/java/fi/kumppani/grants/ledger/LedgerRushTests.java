package fi.kumppani.grants.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.AtOnce;
import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.TwoInstances;
import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.tenancy.Tenancy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/** Whoever asks a ledger for money at once, and whatever fails meanwhile: every cent is once. */
class LedgerRushTests {

    private static final List<String> CLAIMANTS = List.of("a", "b", "c", "d");

    private final TwoInstances both = new TwoInstances();

    @AfterEach
    void close() {
        both.close();
    }

    @Test
    void givesTheLastTenThousandEurosOnceHoweverManyAskAtOnce() {
        LedgerId ledger = opened(Euros.parse("10000"));

        List<Reservation> answers =
                AtOnce.each(
                        50,
                        number -> {
                            var claim =
                                    new Claim(
                                            new DecisionId("d" + number),
                                            "application-" + number,
                                            Euros.parse("400"));
                            Ledgers ledgers = ledgers(number);
                            return Tenancy.callIn(
                                    GrantsInstance.HERE,
                                    () ->
                                            ledgers.reserve(ledger, List.of(claim))
                                                    .values()
                                                    .iterator()
                                                    .next());
                        });

        assertThat(answers).filteredOn(Reservation.Open.class::isInstance).hasSize(25);
        assertThat(answers).filteredOn(Reservation.Exceeded.class::isInstance).hasSize(25);
        assertThat(sums(ledger).available()).isEqualTo(Euros.ZERO);
        assertAgree(ledger);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsItsBooksWhateverHappensAtOnce(long seed) {
        LedgerId ledger = opened(Euros.parse("3000"));
        Map<String, Booking> answered = new ConcurrentHashMap<>();
        both.failByChance(seed, 40);

        var _ =
                AtOnce.each(
                        8,
                        worker -> {
                            Random own = new Random(seed * 31 + worker);
                            for (int step = 0; step < 25; step++) {
                                attempt(ledgers(own.nextInt(2)), ledger, answered, own);
                            }
                            return worker;
                        });
        both.heal();

        assertAgree(ledger);
        answered.forEach(
                (key, answer) -> {
                    String claimant = key.substring(0, 1);
                    assertThat(position(ledger, claimant).answer(answer.kind(), answer.operation()))
                            .contains(answer);
                });
    }

    private void attempt(
            Ledgers ledgers, LedgerId ledger, Map<String, Booking> answered, Random own) {
        String claimant = CLAIMANTS.get(own.nextInt(CLAIMANTS.size()));
        // Few ids, so that the same is asked for by several, again and again.
        String id = "o" + own.nextInt(12);
        Euros amount = new Euros(5_000L + 1_000L * (id.hashCode() % 20));
        try {
            Tenancy.runIn(
                    GrantsInstance.HERE,
                    () -> {
                        switch (own.nextInt(6)) {
                            case 0, 1 -> {
                                var claim =
                                        new Claim(new DecisionId(claimant + id), claimant, amount);
                                if (ledgers.reserve(ledger, List.of(claim))
                                        .containsValue(new Reservation.Open(claim))) {
                                    ledgers.grant(ledger, List.of(claim));
                                }
                            }
                            case 2 ->
                                    ledgers.restate(
                                            ledger,
                                            new Restatement(
                                                    new OperationId(UUID.randomUUID().toString()),
                                                    new Euros(own.nextLong(100_000, 500_000)),
                                                    new LedgerEntry.Basis("Talousarvio", "§ 44")));
                            case 3 ->
                                    book(
                                            ledgers,
                                            ledger,
                                            LedgerEntry.Kind.RELEASED,
                                            claimant,
                                            id,
                                            amount,
                                            answered);
                            case 4 ->
                                    book(
                                            ledgers,
                                            ledger,
                                            LedgerEntry.Kind.PAID,
                                            claimant,
                                            id,
                                            amount,
                                            answered);
                            default ->
                                    book(
                                            ledgers,
                                            ledger,
                                            LedgerEntry.Kind.REVERSED,
                                            claimant,
                                            id,
                                            amount,
                                            answered);
                        }
                    });
        } catch (MongoException | ContentionException _) {
            // The store failed in the middle: whoever asks again is answered.
            assertThat(own).isNotNull();
        }
    }

    private static void book(
            Ledgers ledgers,
            LedgerId ledger,
            LedgerEntry.Kind kind,
            String claimant,
            String id,
            Euros amount,
            Map<String, Booking> answered) {
        var operation = new Operation(kind, new OperationId(id), claimant, amount);
        Booking answer = ledgers.book(ledger, List.of(operation)).getFirst();
        Booking before = answered.putIfAbsent(claimant + kind + id, answer);
        assertThat(before == null ? answer : before).isEqualTo(answer);
    }

    /** The sums are those of the entries, in all and for each claimant; nothing is below zero. */
    private void assertAgree(LedgerId ledger) {
        BudgetLedger sums = sums(ledger);
        List<LedgerEntry> entries = entries(ledger, EntryFilter.ANY);
        assertThat(entries)
                .extracting(LedgerEntry::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, sums.entries()).boxed().toList());
        assertThat(counted(entries)).isEqualTo(sums.balances());
        for (String claimant : CLAIMANTS) {
            List<LedgerEntry> own = entries(ledger, new EntryFilter(null, claimant));
            assertThat(own)
                    .isEqualTo(
                            entries.stream()
                                    .filter(entry -> claimant.equals(entry.claimant()))
                                    .toList());
            assertThat(counted(own)).isEqualTo(position(ledger, claimant).balances());
        }
        Balances running = Balances.NONE;
        for (LedgerEntry entry : entries) {
            running = running.after(entry.kind(), entry.amount());
            assertThat(running.in(Account.AVAILABLE)).isNotNegative();
            assertThat(running.in(Account.GRANTED)).isNotNegative();
            assertThat(running.in(Account.PAID)).isNotNegative();
        }
    }

    private static Balances counted(List<LedgerEntry> entries) {
        Balances counted = Balances.NONE;
        for (LedgerEntry entry : entries) {
            counted = counted.after(entry.kind(), entry.amount());
        }
        return counted;
    }

    private LedgerId opened(Euros appropriation) {
        LedgerId ledger = new LedgerId(UUID.randomUUID().toString());
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> ledgers(0).open(ledger, appropriation, BudgetLine.UNTOLD));
        return ledger;
    }

    private BudgetLedger sums(LedgerId ledger) {
        return Tenancy.callIn(GrantsInstance.HERE, () -> ledgers(1).find(ledger).orElseThrow());
    }

    private Position position(LedgerId ledger, String claimant) {
        return Tenancy.callIn(
                GrantsInstance.HERE, () -> ledgers(1).position(ledger, claimant).orElseThrow());
    }

    private List<LedgerEntry> entries(LedgerId ledger, EntryFilter filter) {
        return Tenancy.callIn(
                GrantsInstance.HERE, () -> ledgers(1).entries(ledger, filter, 0, 10_000));
    }

    private Ledgers ledgers(int instance) {
        return both.of(instance).get(Ledgers.class);
    }
}
