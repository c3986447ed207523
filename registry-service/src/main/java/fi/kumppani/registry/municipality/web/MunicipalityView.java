package fi.kumppani.registry.municipality.web;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.municipality.Municipality;
import fi.kumppani.registry.municipality.PopulationFigure;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/** A municipality as anybody may read it. */
record MunicipalityView(
        String code,
        LocalizedText name,
        String region,
        WellbeingCounty wellbeingCounty,
        List<Language> languages,
        @Nullable Population population,
        List<Population> populations) {

    record WellbeingCounty(String code, LocalizedText name) {}

    record Population(LocalDate asOf, int inhabitants, String source) {

        static Population of(PopulationFigure figure) {
            return new Population(figure.asOf(), figure.inhabitants(), figure.source());
        }
    }

    static MunicipalityView of(Municipality municipality) {
        return new MunicipalityView(
                municipality.code().value(),
                municipality.name(),
                municipality.regionCode(),
                new WellbeingCounty(
                        municipality.wellbeingCounty().code(),
                        municipality.wellbeingCounty().name()),
                municipality.languages(),
                municipality.newestPopulation().map(Population::of).orElse(null),
                municipality.populations().stream().map(Population::of).toList());
    }
}
