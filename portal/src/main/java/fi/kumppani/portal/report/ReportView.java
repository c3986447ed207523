package fi.kumppani.portal.report;

import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;
import fi.kumppani.portal.report.ReportFacts.Cell;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A report as a page shows it: the figures of a year of one place beside those of others, and some
 * of them over the years.
 *
 * @param places whose figures are beside each other; the page is about the first
 * @param year the one chosen
 * @param rows the figures of that year
 * @param comparisons figures that places of any size can be compared by
 * @param trends figures over the years
 * @param past the years of the trends, the earliest first
 * @param series the trends as rows, with a value for each of those years
 */
record ReportView(
        List<Column> places,
        int year,
        List<Row> rows,
        List<BarChart> comparisons,
        List<BarChart> trends,
        List<Integer> past,
        List<Series> series) {

    private static final List<String> FIGURES =
            List.of(
                    "inhabitants",
                    "activeAssociations",
                    "associationsPer1000",
                    "grantsGranted",
                    "grantsPerInhabitant",
                    "events",
                    "registrations",
                    "lettersSent");
    private static final List<String> COMPARED =
            List.of("associationsPer1000", "grantsPerInhabitant");
    private static final List<String> FOLLOWED =
            List.of("grantsGranted", "events", "registrations", "lettersSent");

    /**
     * A place.
     *
     * @param subject where else its figures are
     */
    record Column(Told name, ReportSubject subject, ReportFacts facts) {

        private Shown shown(String figure, Language language) {
            return Shown.of(facts.figures().get(figure), language);
        }
    }

    /**
     * What the first place reports for a year.
     *
     * @param figures by name; none when nobody can say
     */
    record Year(int year, Map<String, Cell> figures) {}

    /**
     * A figure of the year.
     *
     * @param name its key among the texts of the page
     * @param meaning what it counts
     * @param values one for each place
     */
    record Row(String name, @Nullable Told meaning, List<Shown> values) {}

    /**
     * A figure over the years.
     *
     * @param values one for each year
     */
    record Series(String name, List<Shown> values) {}

    /**
     * Puts them together.
     *
     * @param places at least one
     * @param meanings what figures mean, by the keys of their definitions
     * @param past what the first place reports over the years, the earliest first
     */
    static ReportView of(
            List<Column> places,
            int year,
            Map<String, LocalizedText> meanings,
            List<Year> past,
            Language language) {
        Map<String, Cell> own = places.getFirst().facts().figures();
        List<Series> series =
                FOLLOWED.stream()
                        .filter(own::containsKey)
                        .map(name -> new Series(name, overYears(name, past, language)))
                        .toList();
        return new ReportView(
                places,
                year,
                FIGURES.stream()
                        .flatMap(name -> row(name, own.get(name), places, meanings, language))
                        .toList(),
                places.size() < 2
                        ? List.of()
                        : drawn(COMPARED.stream().map(name -> compare(name, places, language))),
                drawn(series.stream().map(each -> trend(each, past, year))),
                past.stream().map(Year::year).toList(),
                series);
    }

    /** Whether something is not told to protect people. */
    public boolean isProtecting() {
        return Stream.concat(
                        rows.stream().flatMap(row -> row.values().stream()),
                        series.stream().flatMap(each -> each.values().stream()))
                .anyMatch(Shown::suppressed);
    }

    private static Stream<Row> row(
            String name,
            @Nullable Cell cell,
            List<Column> places,
            Map<String, LocalizedText> meanings,
            Language language) {
        return cell == null
                ? Stream.empty()
                : Stream.of(
                        new Row(
                                name,
                                LocalizedText.maybe(meanings.get(cell.definition()), language),
                                places.stream()
                                        .map(place -> place.shown(name, language))
                                        .toList()));
    }

    private static List<Shown> overYears(String name, List<Year> past, Language language) {
        return past.stream().map(each -> Shown.of(each.figures().get(name), language)).toList();
    }

    private static BarChart compare(String name, List<Column> places, Language language) {
        return BarChart.of(
                name,
                IntStream.range(0, places.size())
                        .mapToObj(
                                at -> {
                                    Shown shown = places.get(at).shown(name, language);
                                    return new BarChart.Source(
                                            places.get(at).name().text(),
                                            shown.brief(),
                                            shown.number(),
                                            at == 0);
                                })
                        .toList());
    }

    private static BarChart trend(Series series, List<Year> past, int chosen) {
        return BarChart.of(
                series.name(),
                IntStream.range(0, past.size())
                        .mapToObj(
                                at -> {
                                    int year = past.get(at).year();
                                    Shown shown = series.values().get(at);
                                    return new BarChart.Source(
                                            Integer.toString(year),
                                            shown.briefest(),
                                            shown.number(),
                                            year == chosen);
                                })
                        .toList());
    }

    /** Charts without any bar say nothing that the table does not. */
    private static List<BarChart> drawn(Stream<BarChart> charts) {
        return charts.filter(BarChart::isDrawn).toList();
    }
}
