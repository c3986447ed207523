package fi.kumppani.registry.report.web;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.web.CsvTable;
import fi.kumppani.registry.report.web.ReportView.Cell;
import fi.kumppani.registry.report.web.ReportView.Figures;
import fi.kumppani.registry.report.web.ReportView.Place;

import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A report as a table of one figure in a row, in the words of the JSON. */
final class ReportTable {

    private static final List<String> COLUMNS =
            List.of(
                    "code",
                    "name",
                    "year",
                    "figure",
                    "value",
                    "unit",
                    "suppressed",
                    "definition",
                    "asOf",
                    "sources");

    private ReportTable() {}

    static void answer(HttpServletResponse response, ReportView report) throws IOException {
        Place municipality = report.municipality();
        Place place = municipality == null ? Objects.requireNonNull(report.region()) : municipality;
        CsvTable.answer(
                response,
                "raportti-%s%s-%d.csv"
                        .formatted(
                                municipality == null ? "maakunta-" : "",
                                place.code(),
                                report.year()),
                COLUMNS,
                writer ->
                        named(report.figures())
                                .forEach(figure -> writer.accept(row(place, report, figure))));
    }

    private static List<String> row(Place place, ReportView report, Named figure) {
        Cell cell = figure.cell();
        return List.of(
                place.code(),
                place.name().in(Language.FI).text(),
                Integer.toString(report.year()),
                figure.name(),
                Objects.toString(cell.value(), ""),
                Objects.toString(cell.unit(), ""),
                Boolean.toString(cell.suppressed() != null),
                cell.definition(),
                Optional.ofNullable(cell.asOf()).map(Object::toString).orElse(""),
                String.join(" ", cell.sources()));
    }

    private static List<Named> named(Figures figures) {
        return List.of(
                new Named("inhabitants", figures.inhabitants()),
                new Named("activeAssociations", figures.activeAssociations()),
                new Named("associationsPer1000", figures.associationsPer1000()),
                new Named("grantsGranted", figures.grantsGranted()),
                new Named("grantsPerInhabitant", figures.grantsPerInhabitant()),
                new Named("events", figures.events()),
                new Named("registrations", figures.registrations()),
                new Named("lettersSent", figures.lettersSent()));
    }

    private record Named(String name, Cell cell) {}
}
