package fi.kumppani.portal.report;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A figure of several places or years, drawn as bars. Where a value is not known or not told there
 * is no bar.
 *
 * @param figure its name, such as {@code grantsGranted}
 * @param bars in the order they are drawn
 */
record BarChart(String figure, List<Bar> bars) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param label what it is of
     * @param value what is written at it
     * @param percent its length: percent of the longest of the chart, with at most one decimal
     * @param chosen whether it is the one that the page is about
     */
    record Bar(String label, String value, BigDecimal percent, boolean chosen) {}

    /**
     * What a bar is made of.
     *
     * @param number null when it is not known or not told
     */
    record Source(String label, String value, @Nullable BigDecimal number, boolean chosen) {}

    /** Draws these; numbers are not negative. */
    static BarChart of(String figure, List<Source> sources) {
        BigDecimal longest =
                sources.stream()
                        .map(source -> source.number() == null ? BigDecimal.ZERO : source.number())
                        .max(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO);
        return new BarChart(
                figure,
                sources.stream()
                        .map(
                                source ->
                                        new Bar(
                                                source.label(),
                                                source.value(),
                                                percent(source.number(), longest),
                                                source.chosen()))
                        .toList());
    }

    /** The chart in words. */
    public String told() {
        return bars.stream()
                .map(bar -> bar.label() + ": " + bar.value())
                .collect(Collectors.joining("; "));
    }

    /** Whether there is anything to draw. */
    public boolean isDrawn() {
        return bars.stream().anyMatch(bar -> bar.percent().signum() > 0);
    }

    private static BigDecimal percent(@Nullable BigDecimal number, BigDecimal longest) {
        return number == null || longest.signum() == 0
                ? BigDecimal.ZERO
                : number.multiply(HUNDRED).divide(longest, 1, RoundingMode.HALF_UP);
    }
}
