package fi.kumppani.grants.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.call.CallTerms.Fault;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

class CallTermsTests {

    private static final Instant OPENS = Instant.parse("2026-12-31T22:00:00Z");
    private static final Instant CLOSES = Instant.parse("2027-01-31T22:00:00Z");
    private static final Set<AssociationForm> FORMS =
            Set.of(AssociationForm.REGISTERED_ASSOCIATION);

    @Test
    void findsNoFaultWithTheVillageFund() {
        assertThat(CallTerms.faults(2027, euros("30000"), euros("400"), FORMS, OPENS, CLOSES))
                .isEmpty();
    }

    @Test
    void acceptsACapAsHighAsTheBudget() {
        assertThat(CallTerms.faults(2027, euros("400"), euros("400"), FORMS, OPENS, CLOSES))
                .isEmpty();
    }

    @Test
    void wantsABudgetThatCoversTheCap() {
        assertThat(CallTerms.faults(2027, euros("399.99"), euros("400"), FORMS, OPENS, CLOSES))
                .containsExactly(Fault.BUDGET_UNDER_CAP);
    }

    @Test
    void wantsACapOfMoreThanNothing() {
        assertThat(CallTerms.faults(2027, euros("400"), Euros.ZERO, FORMS, OPENS, CLOSES))
                .containsExactly(Fault.CAP_NOT_POSITIVE);
    }

    @Test
    void wantsToOpenBeforeItCloses() {
        assertThat(CallTerms.faults(2027, euros("400"), euros("400"), FORMS, OPENS, OPENS))
                .containsExactly(Fault.CLOSES_BEFORE_OPENING);
        assertThat(CallTerms.faults(2027, euros("400"), euros("400"), FORMS, CLOSES, OPENS))
                .containsExactly(Fault.CLOSES_BEFORE_OPENING);
    }

    @Test
    void wantsAYearSomebodyCouldMean() {
        assertThat(CallTerms.faults(1989, euros("400"), euros("400"), FORMS, OPENS, CLOSES))
                .containsExactly(Fault.YEAR_OUT_OF_RANGE);
        assertThat(CallTerms.faults(20_270, euros("400"), euros("400"), FORMS, OPENS, CLOSES))
                .containsExactly(Fault.YEAR_OUT_OF_RANGE);
    }

    @Test
    void namesAllFaultsAtOnce() {
        Instant noon = Instant.parse("2027-01-15T10:00:00Z");

        List<Fault> faults =
                CallTerms.faults(1, Euros.ZERO, euros("1"), Set.of(), noon, noon.minusSeconds(60));

        assertThat(faults)
                .containsExactly(
                        Fault.YEAR_OUT_OF_RANGE,
                        Fault.BUDGET_UNDER_CAP,
                        Fault.NOBODY_ELIGIBLE,
                        Fault.CLOSES_BEFORE_OPENING);
    }

    @Test
    void neverExistsWithFaults() {
        assertThatThrownBy(() -> terms(euros("10"), euros("400")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesApplicationsFromTheOpeningInstantUntilBeforeTheClosingOne() {
        ApplicationWindow window = new ApplicationWindow(OPENS, CLOSES);

        assertThat(window.isAhead(OPENS.minusMillis(1))).isTrue();
        assertThat(window.isOpen(OPENS)).isTrue();
        assertThat(window.isOpen(CLOSES.minusMillis(1))).isTrue();
        assertThat(window.isOpen(CLOSES)).isFalse();
        assertThat(window.isOver(CLOSES)).isTrue();
    }

    @Test
    void countsDaysInFinland() {
        assertThat(ApplicationWindow.ofDays(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 31)))
                .isEqualTo(new ApplicationWindow(OPENS, CLOSES));
    }

    @Test
    void isPublishedUnlessNobodyCouldApplyAnyMore() {
        var draft = new GrantCall.Draft(new CallId("c"), terms(euros("30000"), euros("400")), null);

        assertThat(draft.publish(OPENS.minusSeconds(60)))
                .isInstanceOf(GrantCall.Publication.Announced.class);
        assertThat(draft.publish(CLOSES))
                .isEqualTo(new GrantCall.Publication.Refused(GrantCall.Refusal.WINDOW_OVER));
    }

    @Test
    void isDueADayBeforeItClosesAndWhenItCloses() {
        var call =
                new GrantCall.Published(
                        new CallId("c"), terms(euros("30000"), euros("400")), OPENS, null);

        assertThat(call.dueAt()).isEqualTo(CLOSES.minus(Duration.ofDays(1)));
        assertThat(call.isDue(CLOSES.minusMillis(1))).isFalse();
        GrantCall.Published reminded = call.reminded(CLOSES);
        assertThat(reminded.nextClosing()).isNull();
        assertThat(reminded.dueAt()).isEqualTo(CLOSES);
        assertThat(reminded.isDue(CLOSES)).isTrue();
        assertThat(reminded.close(CLOSES).dueAt()).isNull();
    }

    private static CallTerms terms(Euros budget, Euros cap) {
        return new CallTerms(
                LocalizedText.finnish("Kylien kehittämisraha"),
                null,
                null,
                2027,
                budget,
                cap,
                FORMS,
                new ApplicationWindow(OPENS, CLOSES));
    }

    private static Euros euros(String amount) {
        return Euros.parse(amount);
    }
}
