package fi.kumppani.registry.municipality;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import java.util.List;

/**
 * A region (maakunta).
 *
 * @param code two digits
 * @param name its names
 * @param municipalities its municipalities, by code
 */
public record Region(String code, LocalizedText name, List<MunicipalityCode> municipalities) {

    /** Copies the municipalities. */
    public Region {
        municipalities = List.copyOf(municipalities);
    }
}
