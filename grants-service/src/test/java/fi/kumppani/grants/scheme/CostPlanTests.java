package fi.kumppani.grants.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.kit.money.Euros;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class CostPlanTests {

    private static final CostPlan PLAN =
            new CostPlan(
                    List.of(
                            share(CostCategory.PREMISES, "250.01"),
                            share(CostCategory.TRAVEL, "99.99"),
                            share(CostCategory.VOLUNTEER_WORK, "50.00")),
                    List.of(
                            new CostPlan.Income(IncomeKind.OWN_WORK, Euros.parse("50")),
                            new CostPlan.Income(IncomeKind.FEES, Euros.parse("100"))));

    private static final EligibilityRule.CostsByKind RULE =
            new EligibilityRule.CostsByKind(
                    List.of(
                            new EligibilityRule.AcceptedCosts(CostCategory.PREMISES, null),
                            new EligibilityRule.AcceptedCosts(
                                    CostCategory.TRAVEL, Euros.parse("50")),
                            new EligibilityRule.AcceptedCosts(
                                    CostCategory.VOLUNTEER_WORK, Euros.ZERO)));

    @ParameterizedTest
    @CsvSource({"250, true", "249.99, false", "250.01, false", "400, false"})
    void isPaidForToTheCent(String requested, boolean isPaid) {
        assertThat(PLAN.total()).isEqualTo(Euros.parse("400"));
        assertThat(PLAN.isPaidForBy(Euros.parse(requested))).isEqualTo(isPaid);
    }

    @Test
    void coversSharesOfCostsThatItHas() {
        assertThat(PLAN.covers(List.of(share(CostCategory.TRAVEL, "99.99")))).isTrue();
        assertThat(PLAN.covers(List.of(share(CostCategory.TRAVEL, "100")))).isFalse();
        assertThat(PLAN.covers(List.of(share(CostCategory.PERSONNEL, "0.01")))).isFalse();
        assertThat(PLAN.covers(List.of())).isTrue();
    }

    @Test
    void acceptsEachKindUpToItsCap() {
        assertThat(RULE.most(PLAN)).isEqualTo(Euros.parse("300.01"));
        assertThat(RULE.accepted(CostCategory.PERSONNEL)).isEmpty();
    }

    @Test
    void knowsEachKindOnce() {
        List<CostShare> twice =
                List.of(share(CostCategory.TRAVEL, "1"), share(CostCategory.TRAVEL, "2"));
        assertThatThrownBy(() -> new CostPlan(twice, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CostPlan(List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        EligibilityRule.AcceptedCosts travel =
                new EligibilityRule.AcceptedCosts(CostCategory.TRAVEL, null);
        assertThat(new EligibilityRule.CostsByKind(List.of(travel, travel)).isSound()).isFalse();
        assertThat(new EligibilityRule.CostsByKind(List.of()).isSound()).isFalse();
        assertThat(RULE.isSound()).isTrue();
    }

    private static CostShare share(CostCategory category, String amount) {
        return new CostShare(category, Euros.parse(amount));
    }
}
