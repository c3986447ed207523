package fi.kumppani.registry.municipality;

import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.util.List;
import java.util.Optional;

/** Statistics Finland's word on which municipalities and regions there are. */
public interface Classification {

    /** Names the content: another one when anything in it is another. */
    String edition();

    /** All municipalities, by code, without their inhabitants. */
    List<Municipality> municipalities();

    /**
     * All municipalities, by code, with the figures of their inhabitants that come with the
     * classification; read anew each time.
     */
    List<Municipality> municipalitiesWithPopulations();

    /** The municipality with this code, if there is one, without its inhabitants. */
    Optional<Municipality> municipality(MunicipalityCode code);

    /** All regions, by code. */
    List<Region> regions();

    /** The region with this code, if there is one. */
    Optional<Region> region(String code);
}
