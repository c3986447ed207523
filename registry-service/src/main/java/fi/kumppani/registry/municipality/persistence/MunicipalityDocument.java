package fi.kumppani.registry.municipality.persistence;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.municipality.Municipality;
import fi.kumppani.registry.municipality.PopulationFigure;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A municipality as it is kept.
 *
 * @param edition of the classification it was last brought up to; absent in documents from before
 *     editions were noted
 */
record MunicipalityDocument(
        MunicipalityCode code,
        LocalizedText name,
        String regionCode,
        String wellbeingCountyCode,
        LocalizedText wellbeingCountyName,
        List<String> languages,
        List<Population> populations,
        @Nullable String edition) {

    record Population(LocalDate asOf, int inhabitants, String source) {}

    static MunicipalityDocument from(Municipality municipality, @Nullable String edition) {
        return new MunicipalityDocument(
                municipality.code(),
                municipality.name(),
                municipality.regionCode(),
                municipality.wellbeingCounty().code(),
                municipality.wellbeingCounty().name(),
                municipality.languages().stream().map(Language::code).toList(),
                municipality.populations().stream()
                        .map(p -> new Population(p.asOf(), p.inhabitants(), p.source()))
                        .toList(),
                edition);
    }

    Municipality toDomain() {
        return new Municipality(
                code,
                name,
                regionCode,
                new Municipality.WellbeingCounty(wellbeingCountyCode, wellbeingCountyName),
                languages.stream().map(Language::ofCode).toList(),
                populations.stream()
                        .map(p -> new PopulationFigure(p.asOf(), p.inhabitants(), p.source()))
                        .toList());
    }
}
