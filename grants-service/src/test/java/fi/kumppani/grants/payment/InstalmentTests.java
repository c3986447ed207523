package fi.kumppani.grants.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.award.Payment;
import fi.kumppani.grants.award.Receipts;
import fi.kumppani.grants.scheme.PaymentTerms;
import fi.kumppani.kit.money.Euros;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Random;

class InstalmentTests {

    private static final Euros GRANTED = Euros.parse("100.01");

    @Test
    void paysInAdvanceAtOnce() {
        assertThat(Instalment.plan(new PaymentTerms.InAdvance(false), GRANTED, null))
                .containsExactly(new Instalment(1, GRANTED));
    }

    @Test
    void givesTheLastInstalmentTheCentsThatDoNotDivide() {
        assertThat(
                        Instalment.plan(
                                new PaymentTerms.InInstalments(List.of(33, 33, 34), false),
                                GRANTED,
                                null))
                .containsExactly(
                        new Instalment(1, Euros.parse("33.00")),
                        new Instalment(2, Euros.parse("33.00")),
                        new Instalment(3, Euros.parse("34.01")));
    }

    @Test
    void paysAfterwardsWhatTheReceiptsShowAndNotMoreThanGranted() {
        var afterwards = new PaymentTerms.Afterwards(null, false);

        assertThat(Instalment.plan(afterwards, GRANTED, receipts("80.50")))
                .containsExactly(new Instalment(1, Euros.parse("80.50")));
        assertThat(Instalment.plan(afterwards, GRANTED, receipts("500")))
                .containsExactly(new Instalment(1, GRANTED));
    }

    @Test
    void comesToTheGrantToTheCentWhateverTheShares() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int first = 1 + random.nextInt(98);
            int second = 1 + random.nextInt(99 - first);
            var terms =
                    new PaymentTerms.InInstalments(
                            List.of(first, second, 100 - first - second), false);
            Euros granted = new Euros(1 + random.nextLong(10_000_000));

            assertThat(
                            Instalment.plan(terms, granted, null).stream()
                                    .map(Instalment::amount)
                                    .reduce(Euros.ZERO, Euros::plus))
                    .isEqualTo(granted);
        }
    }

    private static Receipts receipts(String costs) {
        return new Receipts(Euros.parse(costs), null, "officer", Instant.EPOCH);
    }

    @Test
    void staysAsPlannedWhileNothingIsPaidAndWhenAllIs() {
        List<Instalment> planned = halves("100");

        assertThat(Instalment.besides(List.of(), planned)).isEqualTo(planned);
        assertThat(Instalment.besides(List.of(paid(1, "50"), paid(2, "50")), planned))
                .isEqualTo(planned);
    }

    @Test
    void paysTheRestWhenTheGrantBecameMore() {
        assertThat(Instalment.besides(List.of(paid(1, "300")), List.of(part(1, "400"))))
                .containsExactly(part(1, "300"), part(2, "100"));
        assertThat(
                        Instalment.besides(
                                List.of(paid(1, "300"), paid(2, "100")), List.of(part(1, "400"))))
                .containsExactly(part(1, "300"), part(2, "100"));
        assertThat(Instalment.besides(List.of(paid(1, "150")), halves("400")))
                .containsExactly(part(1, "150"), part(2, "200"), part(3, "50"));
    }

    @Test
    void paysNoMoreThanIsLeftWhenTheGrantBecameLess() {
        assertThat(Instalment.besides(List.of(paid(1, "150")), halves("200")))
                .containsExactly(part(1, "150"), part(2, "50"));
        assertThat(Instalment.besides(List.of(paid(1, "150")), halves("100")))
                .containsExactly(part(1, "150"), part(2, "0"));
    }

    private static List<Instalment> halves(String granted) {
        return Instalment.plan(
                new PaymentTerms.InInstalments(List.of(50, 50), false), Euros.parse(granted), null);
    }

    private static Instalment part(int number, String amount) {
        return new Instalment(number, Euros.parse(amount));
    }

    private static Payment paid(int number, String amount) {
        return new Payment(
                "payment-" + number,
                number,
                Euros.parse(amount),
                Payment.Stage.PAID,
                null,
                Instant.EPOCH);
    }
}
