package fi.kumppani.grants.openness;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * Who applied, as everybody may know it. Registered bodies are named. An informal group is not: its
 * name may be people's, and what is open data cannot be called back (kuntalaki 410/2015, 140 §:
 * personal data only for the time to claim). The number of the case finds the decision for whoever
 * asks the municipality.
 *
 * @param id the registry's; absent of who is not named, for it leads to the name
 * @param name the name, or what kind of group it is
 * @param businessId the Y-tunnus, if it is named and has one
 */
public record OpenApplicant(
        @Nullable AssociationId id, LocalizedText name, @Nullable String businessId) {

    private static final LocalizedText GROUP =
            new LocalizedText("Rekisteröimätön ryhmä", "Oregistrerad grupp", "Unregistered group");
    private static final LocalizedText OTHER =
            new LocalizedText("Muu hakija", "Annan sökande", "Other applicant");

    /**
     * What is told of an applicant.
     *
     * @param applicant null while the registry has not told of them: then nothing is known of its
     *     form, and it is not named
     */
    static OpenApplicant of(@Nullable Applicant applicant) {
        if (applicant == null) {
            return new OpenApplicant(null, OTHER, null);
        }
        return applicant.form().isNamedInPublic()
                ? new OpenApplicant(applicant.id(), applicant.name(), applicant.businessId())
                : new OpenApplicant(
                        null,
                        applicant.form() == AssociationForm.UNREGISTERED_GROUP ? GROUP : OTHER,
                        null);
    }

    /** Whether it is told who it is. */
    boolean isNamed() {
        return id != null;
    }
}
