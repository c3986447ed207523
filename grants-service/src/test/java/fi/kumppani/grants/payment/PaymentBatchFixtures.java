package fi.kumppani.grants.payment;

import fi.kumppani.grants.bankaccount.Iban;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Creation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Batches in each state, reached by the moves that lead there. */
public final class PaymentBatchFixtures {

    public static final Instant NOW = Instant.parse("2027-03-10T10:00:00Z");
    public static final String PAYMENT = "019a5f0e-7c00-7000-8000-00000000000b";

    private PaymentBatchFixtures() {}

    /** One of 60 euros that waits for a second person. */
    public static PaymentBatch proposed() {
        return new PaymentBatch(
                        new BatchId("019a5f0e-7c00-7000-8000-000000000009"),
                        GrantApplicationFixtures.CALL,
                        new Payer(
                                "Seinäjoen kaupunki",
                                new Iban("FI2112345600000785"),
                                LocalDate.of(2027, 3, 15)),
                        "officer",
                        NOW,
                        new Creation("key", "hash"),
                        new PaymentBatch.State.Collecting(),
                        List.of(
                                new PaymentRow(
                                        PAYMENT,
                                        GrantApplicationFixtures.APPLICATION,
                                        GrantApplicationFixtures.ASSOCIATION,
                                        "743/2027/00042",
                                        1,
                                        Euros.parse("60.00"),
                                        new Iban("DE89370400440532013000"),
                                        "Kortesjärven kyläyhdistys & pojat <ry>",
                                        PaymentRow.Stage.WAITING,
                                        null,
                                        true)))
                .collected(Set.of(PAYMENT));
    }

    /** The same with the bank. */
    public static PaymentBatch exported() {
        return moved(moved(proposed().approve("decider", NOW)).booked(Set.of(PAYMENT)).export(NOW));
    }

    /** What a move made. */
    public static PaymentBatch moved(PaymentBatch.Moved moved) {
        if (moved instanceof PaymentBatch.Moved.To(var next)) {
            return next;
        }
        throw new AssertionError(moved);
    }
}
