package fi.kumppani.grants.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

class RetentionScheduleTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void countsFromTheEndOfTheYearInWhichTheMatterEnded() {
        RetentionRule rule = rule(RetentionRule.From.END_OF_YEAR, Period.ofYears(6));

        assertThat(rule.until(LocalDate.of(2026, 1, 1))).contains(LocalDate.of(2032, 12, 31));
        assertThat(rule.until(LocalDate.of(2026, 12, 31))).contains(LocalDate.of(2032, 12, 31));
        assertThat(
                        rule(RetentionRule.From.DECIDED, Period.ofYears(6))
                                .until(LocalDate.of(2024, 2, 29)))
                .contains(LocalDate.of(2030, 2, 28));
        assertThat(rule(RetentionRule.From.DECIDED, null).until(LocalDate.of(2024, 2, 29)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P5Y11M", "P6Y1D", "P-1Y", "P50Y1M", "P7Y-1M"})
    void refusesWhatIsNoTimeOrShorterThanTheLawDemands(String time) {
        assertThat(RetentionRule.objection(Period.parse(time), Period.ofYears(6))).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(RetentionRule.From.DECIDED, Period.parse(time)));
    }

    @Test
    void followsTheLastChoiceThatTheLawLetsBe() {
        var schedule =
                new RetentionSchedule(
                        List.of(rule(RetentionRule.From.END_OF_YEAR, Period.ofYears(10))),
                        List.of(choice("P7Y"), choice("P8Y"), choice("P2Y")));

        RetentionRule inForce = schedule.rule(DocumentKind.PAYMENTS);

        assertThat(inForce.kept()).isEqualTo(Period.ofYears(8));
        assertThat(inForce.standing()).isEqualTo(RetentionRule.Standing.MUNICIPALITY);
    }

    private static RetentionChoice choice(String kept) {
        return new RetentionChoice(
                DocumentKind.PAYMENTS, Period.parse(kept), "§ 1", "coordinator", NOW);
    }

    private static RetentionRule rule(RetentionRule.From from, @Nullable Period kept) {
        return new RetentionRule(
                DocumentKind.PAYMENTS,
                from,
                kept,
                Period.ofYears(6),
                RetentionRule.Standing.LAW,
                LocalizedText.finnish("Kirjanpitolaki"));
    }
}
