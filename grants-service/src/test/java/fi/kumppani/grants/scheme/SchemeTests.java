package fi.kumppani.grants.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;

class SchemeTests {

    private static final Euros CAP = Euros.parse("400");
    private static final FundingShare EVIJARVI =
            share(FundingShare.Above.DECIDED_SEPARATELY, tier("1000", 100), tier("10000", 50));

    @ParameterizedTest
    @CsvSource({"0.01, 0.01", "1000, 1000", "1000.01, 500.00", "1000.03, 500.01", "10000, 5000"})
    void grantsTheShareOfTheTierThatTheWholeCostFallsInto(String cost, String most) {
        assertThat(EVIJARVI.limit(Euros.parse(cost)))
                .isEqualTo(new FundingShare.Limit.AtMost(Euros.parse(most)));
    }

    @Test
    void leavesLargerCostsToASeparateDecisionOrToNobody() {
        Euros larger = Euros.parse("10000.01");

        assertThat(EVIJARVI.limit(larger)).isEqualTo(new FundingShare.Limit.Separate());
        assertThat(share(FundingShare.Above.REFUSED, tier("10000", 50)).limit(larger))
                .isEqualTo(new FundingShare.Limit.TooDear());
    }

    @Test
    void wantsTiersThatRise() {
        assertThat(parts(sharing(EVIJARVI))).isEmpty();
        assertThat(
                        parts(
                                sharing(
                                        share(
                                                FundingShare.Above.REFUSED,
                                                tier("10", 50),
                                                tier("10", 40)))))
                .containsExactly("share.tiers");
        assertThat(parts(sharing(share(FundingShare.Above.REFUSED, tier("10", 101)))))
                .containsExactly("share.tiers");
    }

    @Test
    void repaysALoanToTheCent() {
        var plan = new Repayment(LocalDate.of(2025, 8, 31), 3, 6).plan(Euros.parse("1000.00"));

        assertThat(plan)
                .containsExactly(
                        new Repayment.Part(LocalDate.of(2025, 8, 31), Euros.parse("333.33")),
                        new Repayment.Part(LocalDate.of(2026, 2, 28), Euros.parse("333.33")),
                        new Repayment.Part(LocalDate.of(2026, 8, 31), Euros.parse("333.34")));
    }

    @Test
    void letsLoansAloneBePaidBack() {
        var loan = new PaymentTerms.AsLoan(new Repayment(LocalDate.of(2025, 6, 30), 6, 6), true);

        assertThat(parts(paying(GrantKind.START_UP_LOAN, loan))).isEmpty();
        assertThat(parts(paying(GrantKind.PROJECT, loan))).containsExactly("payment.mode");
        assertThat(parts(paying(GrantKind.START_UP_LOAN, PaymentTerms.InAdvance.USUAL)))
                .containsExactly("payment.mode");
        assertThat(
                        parts(
                                paying(
                                        GrantKind.START_UP_LOAN,
                                        new PaymentTerms.AsLoan(
                                                new Repayment(LocalDate.of(2025, 6, 30), 0, 6),
                                                true))))
                .containsExactly("payment.repayment");
    }

    @Test
    void wantsInstalmentsAndWeightsToMakeAWhole() {
        assertThat(
                        parts(
                                paying(
                                        GrantKind.PROJECT,
                                        new PaymentTerms.InInstalments(List.of(60, 30), false))))
                .containsExactly("payment.instalments");
        assertThat(
                        parts(
                                paying(
                                        GrantKind.PROJECT,
                                        new PaymentTerms.InInstalments(List.of(60, 40), false))))
                .isEmpty();
        assertThat(parts(scoring(criterion("a", 40), criterion("b", 50))))
                .containsExactly("criteria");
        assertThat(parts(scoring(criterion("a", 40), criterion("a", 60))))
                .containsExactly("criteria[1].id");
    }

    @Test
    void movesItsDaysToAnotherYear() {
        var receipts = new PaymentTerms.Afterwards(LocalDate.of(2022, 11, 15), false);

        assertThat(paying(GrantKind.PROJECT, receipts).later(2).payment())
                .isEqualTo(new PaymentTerms.Afterwards(LocalDate.of(2024, 11, 15), false));
    }

    private static List<String> parts(Scheme scheme) {
        return scheme.faults(CAP).stream().map(Scheme.Fault::part).toList();
    }

    private static Scheme sharing(FundingShare share) {
        return scheme(GrantKind.PROJECT, share, PaymentTerms.InAdvance.USUAL, List.of());
    }

    private static Scheme paying(GrantKind kind, PaymentTerms payment) {
        return scheme(kind, null, payment, List.of());
    }

    private static Scheme scoring(Criterion... criteria) {
        return scheme(GrantKind.PROJECT, null, PaymentTerms.InAdvance.USUAL, List.of(criteria));
    }

    private static Scheme scheme(
            GrantKind kind,
            @Nullable FundingShare share,
            PaymentTerms payment,
            List<Criterion> criteria) {
        return new Scheme(
                kind,
                BudgetLine.UNTOLD,
                false,
                null,
                null,
                share,
                payment,
                criteria,
                List.of(),
                List.of(),
                null,
                null,
                false,
                Acceptance.USUAL,
                null,
                false);
    }

    private static Criterion criterion(String id, int weight) {
        return new Criterion(id, LocalizedText.finnish("Peruste"), weight, 5);
    }

    private static FundingShare share(FundingShare.Above above, FundingShare.Tier... tiers) {
        return new FundingShare(List.of(tiers), above);
    }

    private static FundingShare.Tier tier(String upTo, int percent) {
        return new FundingShare.Tier(Euros.parse(upTo), percent);
    }
}
