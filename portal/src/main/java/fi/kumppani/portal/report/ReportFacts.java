package fi.kumppani.portal.report;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A report as the registry tells it.
 *
 * @param region what it is of, when it is of a region
 * @param figures by name, such as {@code grantsGranted}
 */
record ReportFacts(@Nullable Place region, int year, Map<String, Cell> figures) {

    private static final ParameterizedTypeReference<Listing<Definition>> DEFINITIONS =
            new ParameterizedTypeReference<>() {};

    ReportFacts {
        figures = Map.copyOf(figures);
    }

    /** A region. */
    record Place(LocalizedText name) {}

    /**
     * A figure.
     *
     * @param value a number; absent when it is not known or not told
     * @param unit {@code EUR} for money
     * @param suppressed whether it is not told, as it would tell of single people
     * @param definition the key of what it means
     * @param asOf the day it is of
     */
    record Cell(
            @Nullable String value,
            @Nullable String unit,
            @Nullable Boolean suppressed,
            String definition,
            @Nullable LocalDate asOf,
            List<String> sources) {

        Cell {
            sources = List.copyOf(sources);
        }
    }

    /**
     * What a figure means.
     *
     * @param definition its key
     */
    record Definition(String definition, LocalizedText text) {}

    /** Asks for that of a municipality for a year. */
    static Question<ReportFacts> ofMunicipality(String municipality, int year) {
        return Question.get(
                Backend.REGISTRY,
                ReportFacts.class,
                "/v1/municipalities/{municipality}/report?year={year}",
                Map.of("municipality", municipality, "year", year));
    }

    /** Asks for that of a region for a year. */
    static Question<ReportFacts> ofRegion(String region, int year) {
        return Question.get(
                Backend.REGISTRY,
                ReportFacts.class,
                "/v1/regions/{region}/report?year={year}",
                Map.of("region", region, "year", year));
    }

    /** Asks what all figures mean. */
    static Question<Listing<Definition>> definitions() {
        return Question.list(Backend.REGISTRY, DEFINITIONS, "/v1/report-definitions", Map.of());
    }
}
