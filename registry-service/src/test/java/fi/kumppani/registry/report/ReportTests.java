package fi.kumppani.registry.report;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.registry.report.Counts.Count;
import fi.kumppani.registry.report.Figure.Known;
import fi.kumppani.registry.report.Figure.Suppressed;
import fi.kumppani.registry.report.Figure.Unknown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

class ReportTests {

    private static final Instant TOLD = Instant.parse("2026-11-20T22:30:00Z");
    private static final LocalDate TOLD_DAY = LocalDate.parse("2026-11-21");
    private static final LocalDate COUNTED = LocalDate.parse("2024-09-26");

    @ParameterizedTest
    @CsvSource({"66120,1122,98640000,16.97,14.92", "2292,80,6520000,34.90,28.45"})
    void tellsTheFiguresOfTheSources(
            long inhabitants, long associations, long cents, String perThousand, String each) {
        Report report =
                Report.of(
                        2023,
                        new Counts(
                                inhabitants(inhabitants),
                                count(associations),
                                count(cents),
                                Count.NONE,
                                Count.NONE,
                                Count.NONE));
        assertThat(value(report, Measure.INHABITANTS)).isEqualTo("" + inhabitants);
        assertThat(value(report, Measure.ACTIVE_ASSOCIATIONS)).isEqualTo("" + associations);
        assertThat(value(report, Measure.ASSOCIATIONS_PER_1000)).isEqualTo(perThousand);
        assertThat(value(report, Measure.GRANTS_PER_INHABITANT)).isEqualTo(each);
    }

    @Test
    void saysOfWhichDayAFigureIsAndWhoSaysSo() {
        Report report = Report.of(2023, counts(inhabitants(10), 5));
        assertThat(report.figures().get(Measure.INHABITANTS))
                .isEqualTo(new Known(BigDecimal.TEN, Optional.of(COUNTED), List.of("some slides")));
        assertThat(report.figures().get(Measure.REGISTRATIONS))
                .isEqualTo(
                        new Known(BigDecimal.valueOf(5), Optional.of(TOLD_DAY), List.of("events")));
        assertThat(report.figures().get(Measure.LETTERS_SENT))
                .isEqualTo(new Known(BigDecimal.ZERO, Optional.empty(), List.of("newsletter")));
    }

    @Test
    void roundsHalfUp() {
        Report report =
                Report.of(
                        2023,
                        new Counts(
                                inhabitants(8000),
                                count(1),
                                count(200_00),
                                Count.NONE,
                                Count.NONE,
                                Count.NONE));
        assertThat(value(report, Measure.ASSOCIATIONS_PER_1000)).isEqualTo("0.13");
        assertThat(value(report, Measure.GRANTS_PER_INHABITANT)).isEqualTo("0.03");
    }

    @Test
    void tellsEurosExactly() {
        Report report =
                Report.of(
                        2023,
                        new Counts(
                                inhabitants(1),
                                Count.NONE,
                                count(9_999_999_999_999L),
                                Count.NONE,
                                Count.NONE,
                                Count.NONE));
        assertThat(value(report, Measure.GRANTS_GRANTED)).isEqualTo("99999999999.99");
    }

    @Test
    void doesNotKnowWhatNobodyTold() {
        Report report = Report.of(2023, counts(Optional.empty(), 0));
        assertThat(report.figures().get(Measure.INHABITANTS)).isEqualTo(new Unknown());
        assertThat(report.figures().get(Measure.ASSOCIATIONS_PER_1000)).isEqualTo(new Unknown());
        assertThat(report.figures().get(Measure.GRANTS_PER_INHABITANT)).isEqualTo(new Unknown());
        assertThat(value(report, Measure.ACTIVE_ASSOCIATIONS)).isEqualTo("0");
        assertThat(value(report, Measure.GRANTS_GRANTED)).isEqualTo("0.00");
    }

    @Test
    void dividesByNoInhabitantsNot() {
        Report report = Report.of(2023, counts(inhabitants(0), 0));
        assertThat(report.figures().get(Measure.GRANTS_PER_INHABITANT)).isEqualTo(new Unknown());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void doesNotTellOfFewerThanFivePeople(long people) {
        assertThat(registrations(people)).isInstanceOf(Suppressed.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 6})
    void tellsOfNobodyAndOfFivePeople(long people) {
        assertThat(registrations(people)).isInstanceOf(Known.class);
    }

    @Test
    void tellsNoSumFromWhichAnUntoldPartFollows() {
        assertThat(registrations(100, 3)).as("one untold part").isInstanceOf(Suppressed.class);
        assertThat(registrations(100, 1, 2)).as("few together").isInstanceOf(Suppressed.class);
        assertThat(registrations(100, 4, 4))
                .as("each can only be 4")
                .isInstanceOf(Suppressed.class);
        assertThat(registrations(100, 3, 4)).isInstanceOf(Known.class);
        assertThat(registrations(100, 50, 0)).isInstanceOf(Known.class);
    }

    @Test
    void addsMunicipalitiesUpToARegion() {
        Report report =
                Report.of(2023, List.of(counts(inhabitants(10), 20), counts(inhabitants(5), 30)));
        assertThat(value(report, Measure.INHABITANTS)).isEqualTo("15");
        assertThat(value(report, Measure.REGISTRATIONS)).isEqualTo("50");
    }

    @Test
    void tellsTheOldestDayOfASumOfInhabitants() {
        Inhabitants older = new Inhabitants(7, LocalDate.parse("2022-12-31"), "a yearbook");
        Report report =
                Report.of(2023, List.of(counts(inhabitants(10), 0), counts(Optional.of(older), 0)));
        assertThat(report.figures().get(Measure.INHABITANTS))
                .isEqualTo(
                        new Known(
                                BigDecimal.valueOf(17),
                                Optional.of(older.asOf()),
                                List.of("a yearbook", "some slides")));
    }

    @Test
    void doesNotKnowTheInhabitantsOfARegionWithoutThoseOfAllItsMunicipalities() {
        Report report =
                Report.of(2023, List.of(counts(inhabitants(10), 0), counts(Optional.empty(), 0)));
        assertThat(report.figures().get(Measure.INHABITANTS)).isEqualTo(new Unknown());
    }

    private static Figure registrations(long... people) {
        Report report =
                Report.of(
                        2026,
                        Arrays.stream(people)
                                .mapToObj(some -> counts(inhabitants(1000), some))
                                .toList());
        return Objects.requireNonNull(report.figures().get(Measure.REGISTRATIONS));
    }

    private static Counts counts(Optional<Inhabitants> inhabitants, long registrations) {
        return new Counts(
                inhabitants, Count.NONE, Count.NONE, Count.NONE, count(registrations), Count.NONE);
    }

    private static Optional<Inhabitants> inhabitants(long number) {
        return Optional.of(new Inhabitants(number, COUNTED, "some slides"));
    }

    private static Count count(long number) {
        return new Count(number, Optional.of(TOLD));
    }

    private static String value(Report report, Measure measure) {
        return report.figures().get(measure) instanceof Known known
                ? known.value().toPlainString()
                : "none";
    }
}
