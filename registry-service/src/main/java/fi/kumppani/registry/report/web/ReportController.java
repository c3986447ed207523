package fi.kumppani.registry.report.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.registry.report.MakeReport;
import fi.kumppani.registry.report.Measure;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The figures of a municipality or a region, for everybody. */
@RestController
class ReportController {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;

    private final MakeReport makeReport;
    private final Clock clock;

    ReportController(MakeReport makeReport, Clock clock) {
        this.makeReport = makeReport;
        this.clock = clock;
    }

    /** What the figures mean. */
    record Definitions(List<Definition> items) {

        /**
         * What one figure means.
         *
         * @param definition the key that comes with the figure
         */
        record Definition(String definition, LocalizedText text) {}
    }

    @OpenToAll
    @GetMapping("/v1/municipalities/{code}/report")
    ReportView ofMunicipality(
            @PathVariable String code, @RequestParam(required = false) @Nullable Integer year) {
        return makeReport
                .ofMunicipality(checked(year))
                .map(ReportView::ofMunicipality)
                .orElseThrow(Problems::notFound);
    }

    @OpenToAll
    @GetMapping("/v1/regions/{code}/report")
    ReportView ofRegion(
            @PathVariable String code, @RequestParam(required = false) @Nullable Integer year) {
        return makeReport
                .ofRegion(code, checked(year))
                .map(ReportView::ofRegion)
                .orElseThrow(Problems::notFound);
    }

    /** The same as a table, to be saved. */
    @OpenToAll
    @GetMapping("/v1/municipalities/{code}/report.csv")
    void tableOfMunicipality(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer year,
            HttpServletResponse response)
            throws IOException {
        ReportTable.answer(response, ofMunicipality(code, year));
    }

    /** The same as a table, to be saved. */
    @OpenToAll
    @GetMapping("/v1/regions/{code}/report.csv")
    void tableOfRegion(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer year,
            HttpServletResponse response)
            throws IOException {
        ReportTable.answer(response, ofRegion(code, year));
    }

    @OpenToAll
    @GetMapping("/v1/report-definitions")
    Definitions definitions() {
        return new Definitions(
                Stream.of(Measure.values())
                        .map(m -> new Definitions.Definition(m.definition(), m.text()))
                        .toList());
    }

    private int checked(@Nullable Integer year) {
        if (year == null) {
            return LocalDate.now(clock.withZone(FinnishTime.ZONE)).getYear();
        }
        if (year < EARLIEST || year > LATEST) {
            throw Problems.malformed(
                    "year", "out-of-range", "A year is from " + EARLIEST + " to " + LATEST);
        }
        return year;
    }
}
