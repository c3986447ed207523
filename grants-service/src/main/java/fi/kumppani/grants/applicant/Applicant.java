package fi.kumppani.grants.applicant;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

/**
 * An association as the registry last told of it.
 *
 * @param id the registry's id
 * @param name its names
 * @param form what kind of community it is
 * @param homeMunicipality where it is registered; it may apply elsewhere as well
 * @param active whether it acts: neither dissolved nor marked as passive
 */
public record Applicant(
        AssociationId id,
        LocalizedText name,
        AssociationForm form,
        MunicipalityCode homeMunicipality,
        boolean active) {}
