package fi.kumppani.grants.applicant;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * An association as the registry last told of it.
 *
 * @param id the registry's id
 * @param name its names
 * @param form what kind of community it is
 * @param homeMunicipality where it is registered; it may apply elsewhere as well
 * @param active whether it acts: neither dissolved nor marked as passive
 * @param businessId its Y-tunnus; null when it has none or it was not told
 */
public record Applicant(
        AssociationId id,
        LocalizedText name,
        AssociationForm form,
        MunicipalityCode homeMunicipality,
        boolean active,
        @Nullable String businessId) {

    /** An association of whose business id nothing is known. */
    public Applicant(
            AssociationId id,
            LocalizedText name,
            AssociationForm form,
            MunicipalityCode homeMunicipality,
            boolean active) {
        this(id, name, form, homeMunicipality, active, null);
    }
}
