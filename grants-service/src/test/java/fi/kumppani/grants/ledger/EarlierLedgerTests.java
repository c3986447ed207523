package fi.kumppani.grants.ledger;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.rename;
import static com.mongodb.client.model.Updates.unset;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;

import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.applicant.FakeRegistry;
import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/**
 * Ledgers from before there were positions and other accounts go on as if there always had been.
 */
class EarlierLedgerTests {

    private static final LedgerId LEDGER = new LedgerId("earlier");
    private static final Claim GRANTED = claim("d1", "a", "300");
    private static final Claim OPEN = claim("d2", "b", "200");
    private static final Claim EXCEEDED = claim("d3", "a", "501");

    private final FaultyStore store = new FaultyStore();
    private final GrantsInstance now =
            GrantsInstance.on(store.way().database(), new FakeRegistry());

    @BeforeEach
    void keepAsBefore() {
        MongoDatabase database = store.way().database().getMongoDatabase();
        try (GrantsInstance before =
                GrantsInstance.on(store.way().database(), new FakeRegistry())) {
            Tenancy.runIn(
                    GrantsInstance.HERE,
                    () -> {
                        Ledgers ledgers = before.get(Ledgers.class);
                        ledgers.open(LEDGER, Euros.parse("1000"), BudgetLine.UNTOLD);
                        var _ = ledgers.reserve(LEDGER, List.of(GRANTED, OPEN, EXCEEDED));
                        ledgers.grant(LEDGER, List.of(GRANTED));
                    });
        }
        var _ =
                database.getCollection("ledgers")
                        .updateOne(
                                eq("_id", "earlier"),
                                combine(
                                        unset("body.positionsAfter"),
                                        unset("body.line"),
                                        unset("body.paidCents"),
                                        unset("body.returnedCents")));
        for (int number = 2; number <= 4; number++) {
            var _ =
                    database.getCollection("ledgerEntries")
                            .updateOne(
                                    eq("_id", "earlier:" + number),
                                    rename("body.operation", "body.decision"));
        }
        database.getCollection("ledgerPositions").drop();
        answered(database, GRANTED, "granted");
        answered(database, OPEN, "open");
        answered(database, EXCEEDED, "exceeded");
    }

    private static void answered(MongoDatabase database, Claim claim, String answer) {
        var _ =
                database.getCollection("reservations")
                        .insertOne(
                                new Document("_id", claim.decision().value())
                                        .append("municipality", GrantsInstance.HERE.value())
                                        .append("batch", 2L)
                                        .append("sequence", 0L)
                                        .append(
                                                "body",
                                                new Document("ledger", "earlier")
                                                        .append("claimant", claim.claimant())
                                                        .append("cents", claim.amount().cents())
                                                        .append("answer", answer)));
    }

    @AfterEach
    void close() {
        now.close();
        store.close();
    }

    @Test
    void keepTheirSumsAndEntries() {
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    BudgetLedger sums = ledgers().find(LEDGER).orElseThrow();
                    assertThat(sums.available()).isEqualTo(Euros.parse("500"));
                    assertThat(sums.granted()).isEqualTo(Euros.parse("300"));
                    assertThat(sums.open()).containsExactly(OPEN);
                    assertThat(ledgers().entries(LEDGER, EntryFilter.ANY, 0, 10))
                            .extracting(LedgerEntry::operation)
                            .containsExactly(
                                    null,
                                    new OperationId("d1"),
                                    new OperationId("d2"),
                                    new OperationId("d1"));
                    assertThat(ledgers().entries(LEDGER, new EntryFilter(null, "a"), 0, 10))
                            .extracting(LedgerEntry::number)
                            .containsExactly(2L, 4L);
                });
    }

    @Test
    void answerAsTheyDid() {
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    assertThat(ledgers().reserve(LEDGER, List.of(EXCEEDED, OPEN, GRANTED)).values())
                            .containsExactly(
                                    new Reservation.Exceeded(EXCEEDED),
                                    new Reservation.Open(OPEN),
                                    new Reservation.Granted(GRANTED));
                    ledgers().grant(LEDGER, List.of(GRANTED, OPEN));
                    BudgetLedger sums = ledgers().find(LEDGER).orElseThrow();
                    assertThat(sums.granted()).isEqualTo(Euros.parse("500"));
                    assertThat(sums.open()).isEmpty();
                });
    }

    @Test
    void payWhatTheyGranted() {
        var paid =
                new Operation(
                        LedgerEntry.Kind.PAID, new OperationId("p1"), "a", Euros.parse("300"));
        var more =
                new Operation(
                        LedgerEntry.Kind.PAID, new OperationId("p2"), "a", Euros.parse("0.01"));
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    assertThat(ledgers().book(LEDGER, List.of(paid, more)))
                            .extracting(Booking::isDone)
                            .containsExactly(true, false);
                    assertThat(ledgers().position(LEDGER, "a").orElseThrow().entries())
                            .containsExactly(2L, 4L, 5L);
                });
    }

    private Ledgers ledgers() {
        return now.get(Ledgers.class);
    }

    private static Claim claim(String decision, String claimant, String amount) {
        return new Claim(new DecisionId(decision), claimant, Euros.parse(amount));
    }
}
