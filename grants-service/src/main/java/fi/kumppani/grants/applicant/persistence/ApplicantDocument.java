package fi.kumppani.grants.applicant.persistence;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/** An association as it is kept. */
record ApplicantDocument(
        LocalizedText name,
        String form,
        String homeMunicipality,
        boolean active,
        @Nullable String businessId) {

    static ApplicantDocument from(Applicant applicant) {
        return new ApplicantDocument(
                applicant.name(),
                applicant.form().code(),
                applicant.homeMunicipality().value(),
                applicant.active(),
                applicant.businessId());
    }

    Applicant toDomain(String id) {
        return new Applicant(
                new AssociationId(id),
                name,
                AssociationForm.ofCode(form).orElse(AssociationForm.OTHER),
                new MunicipalityCode(homeMunicipality),
                active,
                businessId);
    }
}
