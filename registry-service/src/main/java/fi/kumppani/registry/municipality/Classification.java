package fi.kumppani.registry.municipality;

import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.util.List;
import java.util.Optional;

/** Statistics Finland's word on which municipalities and regions there are. */
public interface Classification {

    /** All municipalities, by code, with the figures published beside the classification. */
    List<Municipality> municipalities();

    /** The municipality with this code, if there is one. */
    Optional<Municipality> municipality(MunicipalityCode code);

    /** All regions, by code. */
    List<Region> regions();

    /** The region with this code, if there is one. */
    Optional<Region> region(String code);
}
