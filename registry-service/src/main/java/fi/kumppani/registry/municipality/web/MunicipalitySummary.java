package fi.kumppani.registry.municipality.web;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.municipality.Municipality;

/** A municipality in a list. */
record MunicipalitySummary(String code, LocalizedText name, String region) {

    static MunicipalitySummary of(Municipality municipality) {
        return new MunicipalitySummary(
                municipality.code().value(), municipality.name(), municipality.regionCode());
    }
}
