package fi.kumppani.events.feed;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import java.util.Map;

/** The municipalities, as the registry tells them. */
public interface Regions {

    /** Every municipality there is, by its code. */
    Map<MunicipalityCode, Place> places();

    /**
     * A municipality.
     *
     * @param name its name
     * @param region two digits of the region (maakunta) it is in
     */
    record Place(LocalizedText name, String region) {}
}
