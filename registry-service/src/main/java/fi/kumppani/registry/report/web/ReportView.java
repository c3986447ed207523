package fi.kumppani.registry.report.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.report.Figure;
import fi.kumppani.registry.report.MakeReport;
import fi.kumppani.registry.report.Measure;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** A report as anybody may read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(@Nullable Place municipality, @Nullable Place region, int year, Figures figures) {

    /** What the report is of. */
    record Place(String code, LocalizedText name) {}

    /** The figures by name. */
    record Figures(
            Cell inhabitants,
            Cell activeAssociations,
            Cell associationsPer1000,
            Cell grantsGranted,
            Cell grantsPerInhabitant,
            Cell events,
            Cell registrations,
            Cell lettersSent) {}

    /**
     * A figure.
     *
     * @param value a whole number for counts, a decimal string for euros and ratios; null when it
     *     is not known or not told
     * @param unit absent for counts
     * @param suppressed true when it is not told, because it would tell of single people
     * @param definition the key of its definition
     * @param asOf the day it is of; null when nothing was ever told
     */
    record Cell(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object value,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unit,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean suppressed,
            String definition,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LocalDate asOf,
            List<String> sources) {}

    static ReportView ofMunicipality(MakeReport.Made made) {
        return new ReportView(place(made), null, made.report().year(), figures(made));
    }

    static ReportView ofRegion(MakeReport.Made made) {
        return new ReportView(null, place(made), made.report().year(), figures(made));
    }

    private static Place place(MakeReport.Made made) {
        return new Place(made.code(), made.name());
    }

    private static Figures figures(MakeReport.Made made) {
        return new Figures(
                cell(made, Measure.INHABITANTS),
                cell(made, Measure.ACTIVE_ASSOCIATIONS),
                cell(made, Measure.ASSOCIATIONS_PER_1000),
                cell(made, Measure.GRANTS_GRANTED),
                cell(made, Measure.GRANTS_PER_INHABITANT),
                cell(made, Measure.EVENTS),
                cell(made, Measure.REGISTRATIONS),
                cell(made, Measure.LETTERS_SENT));
    }

    private static Cell cell(MakeReport.Made made, Measure measure) {
        Figure figure = Objects.requireNonNull(made.report().figures().get(measure));
        String unit =
                switch (measure) {
                    case GRANTS_GRANTED, GRANTS_PER_INHABITANT -> "EUR";
                    case INHABITANTS,
                            ACTIVE_ASSOCIATIONS,
                            ASSOCIATIONS_PER_1000,
                            EVENTS,
                            REGISTRATIONS,
                            LETTERS_SENT ->
                            null;
                };
        String definition = measure.definition();
        return switch (figure) {
            case Figure.Known(var value, var asOf, var sources) ->
                    new Cell(told(value), unit, null, definition, asOf.orElse(null), sources);
            case Figure.Unknown _ -> new Cell(null, unit, null, definition, null, List.of());
            case Figure.Suppressed(var asOf, var sources) ->
                    new Cell(null, unit, true, definition, asOf.orElse(null), sources);
        };
    }

    private static Object told(BigDecimal value) {
        return value.scale() == 0 ? (Object) value.longValueExact() : value.toPlainString();
    }
}
