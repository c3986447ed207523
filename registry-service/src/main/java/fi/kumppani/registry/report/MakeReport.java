package fi.kumppani.registry.report;

import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.municipality.Classification;

import org.springframework.stereotype.Service;

import java.util.Optional;

/** Makes the reports of municipalities and regions. */
@Service
public class MakeReport {

    private final ReportCounts counts;
    private final Classification classification;

    MakeReport(ReportCounts counts, Classification classification) {
        this.counts = counts;
        this.classification = classification;
    }

    /**
     * A report and what it is of.
     *
     * @param code of the municipality or region
     * @param name of the same
     */
    public record Made(String code, LocalizedText name, Report report) {}

    /** The report of the current municipality; empty when there is no such municipality. */
    public Optional<Made> ofMunicipality(int year) {
        return classification
                .municipality(Tenancy.current())
                .map(
                        municipality ->
                                new Made(
                                        municipality.code().value(),
                                        municipality.name(),
                                        Report.of(year, counts.of(year))));
    }

    /**
     * The report of the municipalities of a region together; empty when there is no such region.
     */
    public Optional<Made> ofRegion(String code, int year) {
        return classification
                .region(code)
                .map(
                        region ->
                                new Made(
                                        region.code(),
                                        region.name(),
                                        Report.of(year, counts.of(region.municipalities(), year))));
    }
}
