package fi.kumppani.grants.loan;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.scheme.Repayment;
import fi.kumppani.kit.money.Euros;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Random;

class LoanPlanTests {

    @Test
    void paysTheOldestPartFirstAndTellsWhatIsLate() {
        var terms = new Repayment(LocalDate.of(2027, 1, 31), 3, 1);

        LoanPlan plan = LoanPlan.of(terms, Euros.parse("1000"), Euros.parse("400"));

        assertThat(plan.parts())
                .containsExactly(
                        new LoanPlan.Part(
                                1,
                                LocalDate.of(2027, 2, 1),
                                Euros.parse("333.33"),
                                Euros.parse("333.33")),
                        new LoanPlan.Part(
                                2,
                                LocalDate.of(2027, 3, 1),
                                Euros.parse("333.33"),
                                Euros.parse("66.67")),
                        new LoanPlan.Part(
                                3, LocalDate.of(2027, 3, 31), Euros.parse("333.34"), Euros.ZERO));
        assertThat(plan.left()).isEqualTo(Euros.parse("600"));
        assertThat(plan.overdue(LocalDate.of(2027, 3, 1))).isEqualTo(Euros.ZERO);
        assertThat(plan.overdue(LocalDate.of(2027, 3, 2))).isEqualTo(Euros.parse("266.66"));
        assertThat(plan.overdue(LocalDate.of(2027, 4, 1))).isEqualTo(Euros.parse("600"));
    }

    @Test
    void agreesToTheCentWhateverWasLentAndCameBack() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            var terms =
                    new Repayment(
                            LocalDate.of(2027, 1, 1).plusDays(random.nextInt(400)),
                            1 + random.nextInt(120),
                            1 + random.nextInt(12));
            Euros lent = new Euros(random.nextLong(5_000_000));
            Euros returned = new Euros(lent.cents() == 0 ? 0 : random.nextLong(lent.cents() + 1));

            LoanPlan plan = LoanPlan.of(terms, lent, returned);

            assertThat(plan.left().plus(returned)).isEqualTo(lent);
            assertThat(plan.parts().stream().mapToLong(part -> part.repaid().cents()).sum())
                    .isEqualTo(returned.cents());
            assertThat(plan.overdue(LocalDate.of(2200, 1, 1))).isEqualTo(plan.left());
        }
    }
}
