package fi.kumppani.registry.report;

import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.registry.report.Counts.Count;
import fi.kumppani.registry.report.Figure.Known;
import fi.kumppani.registry.report.Figure.Suppressed;
import fi.kumppani.registry.report.Figure.Unknown;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The figures of a municipality, or of several together, for a year.
 *
 * @param year the year
 * @param figures one for each measure
 */
public record Report(int year, Map<Measure, Figure> figures) {

    /** Cells that describe fewer people are not told. */
    private static final long FEWEST_PEOPLE = 5;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /** The report of one municipality. */
    public static Report of(int year, Counts counts) {
        return of(year, List.of(counts));
    }

    /** The report of several municipalities together, as of a region. */
    public static Report of(int year, List<Counts> all) {
        Figure inhabitants = inhabitants(all);
        Figure associations = count(all, Counts::associations, "registry");
        Figure granted = granted(all);
        var figures = new EnumMap<Measure, Figure>(Measure.class);
        figures.put(Measure.INHABITANTS, inhabitants);
        figures.put(Measure.ACTIVE_ASSOCIATIONS, associations);
        figures.put(Measure.ASSOCIATIONS_PER_1000, ratio(associations, THOUSAND, inhabitants));
        figures.put(Measure.GRANTS_GRANTED, granted);
        figures.put(Measure.GRANTS_PER_INHABITANT, ratio(granted, BigDecimal.ONE, inhabitants));
        figures.put(Measure.EVENTS, count(all, Counts::events, "events"));
        figures.put(Measure.REGISTRATIONS, registrations(all));
        figures.put(Measure.LETTERS_SENT, count(all, Counts::letters, "newsletter"));
        return new Report(year, figures);
    }

    private static Figure inhabitants(List<Counts> all) {
        List<Inhabitants> known =
                all.stream().map(Counts::inhabitants).flatMap(Optional::stream).toList();
        if (known.isEmpty() || known.size() < all.size()) {
            return new Unknown();
        }
        return new Known(
                BigDecimal.valueOf(known.stream().mapToLong(Inhabitants::number).sum()),
                known.stream().map(Inhabitants::asOf).min(LocalDate::compareTo),
                known.stream().map(Inhabitants::source).distinct().sorted().toList());
    }

    private static Figure count(List<Counts> all, Function<Counts, Count> part, String source) {
        Count sum = Count.sum(all, part);
        return new Known(BigDecimal.valueOf(sum.number()), day(sum), List.of(source));
    }

    private static Figure granted(List<Counts> all) {
        Count sum = Count.sum(all, Counts::grantedCents);
        return new Known(BigDecimal.valueOf(sum.number(), 2), day(sum), List.of("grants"));
    }

    /**
     * People stay unrecognised when a sum is told beside its parts: what the untold parts come to
     * must not follow from it.
     */
    private static Figure registrations(List<Counts> all) {
        Count sum = Count.sum(all, Counts::registrations);
        List<Long> untold =
                all.stream()
                        .map(counts -> counts.registrations().number())
                        .filter(Report::isTooSmall)
                        .toList();
        long together = untold.stream().mapToLong(Long::longValue).sum();
        boolean single = untold.size() == 1;
        boolean allLargest = together == untold.size() * (FEWEST_PEOPLE - 1);
        boolean followsFromSum =
                !untold.isEmpty() && (single || allLargest || isTooSmall(together));
        List<String> sources = List.of("events");
        return isTooSmall(sum.number()) || followsFromSum
                ? new Suppressed(day(sum), sources)
                : new Known(BigDecimal.valueOf(sum.number()), day(sum), sources);
    }

    private static boolean isTooSmall(long people) {
        return people > 0 && people < FEWEST_PEOPLE;
    }

    private static Figure ratio(Figure of, BigDecimal times, Figure per) {
        if (of instanceof Known dividend
                && per instanceof Known divisor
                && divisor.value().signum() > 0) {
            return new Known(
                    dividend.value()
                            .multiply(times)
                            .divide(divisor.value(), 2, RoundingMode.HALF_UP),
                    Stream.of(dividend.asOf(), divisor.asOf())
                            .flatMap(Optional::stream)
                            .min(LocalDate::compareTo),
                    Stream.concat(dividend.sources().stream(), divisor.sources().stream())
                            .distinct()
                            .toList());
        }
        return new Unknown();
    }

    private static Optional<LocalDate> day(Count count) {
        return count.newest().map(FinnishTime::dayOf);
    }
}
