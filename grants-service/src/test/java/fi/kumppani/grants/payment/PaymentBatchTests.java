package fi.kumppani.grants.payment;

import static fi.kumppani.grants.payment.PaymentBatchFixtures.NOW;
import static fi.kumppani.grants.payment.PaymentBatchFixtures.PAYMENT;
import static fi.kumppani.grants.payment.PaymentBatchFixtures.exported;
import static fi.kumppani.grants.payment.PaymentBatchFixtures.moved;
import static fi.kumppani.grants.payment.PaymentBatchFixtures.proposed;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.money.Euros;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

class PaymentBatchTests {

    private static final PaymentBatch.BankAnswer DONE = new PaymentBatch.BankAnswer(true, null);
    private static final PaymentBatch.BankAnswer NOT_DONE =
            new PaymentBatch.BankAnswer(false, "AC04");

    @Test
    void isApprovedByAnyoneButWhoMadeIt() {
        assertThat(proposed().approve("officer", NOW))
                .isEqualTo(new PaymentBatch.Moved.Refused(PaymentBatch.Refusal.SAME_PERSON));
        PaymentBatch approving = moved(proposed().approve("decider", NOW));
        assertThat(approving.isUnfinished()).isTrue();
        assertThat(approving.approve("third", NOW))
                .isEqualTo(new PaymentBatch.Moved.Refused(PaymentBatch.Refusal.NOT_PROPOSED));
    }

    @Test
    void leavesOutWhatTheLedgerDidNotBook() {
        PaymentBatch approved = moved(proposed().approve("decider", NOW)).booked(Set.of());

        assertThat(approved.payments()).isEmpty();
        assertThat(approved.total()).isEqualTo(Euros.ZERO);
    }

    @Test
    void isDiscardedOnlyWhileItWaits() {
        assertThat(moved(proposed().discard()).discarded().status()).isEqualTo("discarded");
        assertThat(exported().discard())
                .isEqualTo(new PaymentBatch.Moved.Refused(PaymentBatch.Refusal.NOT_PROPOSED));
    }

    @Test
    void staysTheSameWhenItIsExportedAgain() {
        assertThat(exported().export(NOW.plusSeconds(60)))
                .isEqualTo(new PaymentBatch.Moved.To(exported()));
        assertThat(proposed().export(NOW))
                .isEqualTo(new PaymentBatch.Moved.Refused(PaymentBatch.Refusal.NOT_APPROVED));
    }

    @Test
    void takesBackACarriedOutPaymentThatComesBackAndNothingElse() {
        PaymentBatch confirmed = moved(exported().answer(PAYMENT, DONE));
        assertThat(confirmed.status()).isEqualTo("confirmed");
        PaymentBatch rejected = moved(confirmed.answer(PAYMENT, NOT_DONE));
        assertThat(rejected.status()).isEqualTo("partly-rejected");
        assertThat(rejected.answer(PAYMENT, NOT_DONE))
                .isEqualTo(new PaymentBatch.Moved.To(rejected));
        assertThat(rejected.answer(PAYMENT, DONE))
                .isEqualTo(new PaymentBatch.Moved.Refused(PaymentBatch.Refusal.ALREADY_ANSWERED));
        assertThat(proposed().answer(PAYMENT, DONE))
                .isEqualTo(new PaymentBatch.Moved.Refused(PaymentBatch.Refusal.NOT_EXPORTED));
        assertThat(Map.of("unknown", exported().answer("unknown", DONE)))
                .containsValue(new PaymentBatch.Moved.Refused(PaymentBatch.Refusal.NOT_EXPORTED));
    }
}
