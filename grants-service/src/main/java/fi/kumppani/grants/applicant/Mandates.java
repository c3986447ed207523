package fi.kumppani.grants.applicant;

/** Who may act for which association in matters of grants. */
public interface Mandates {

    /**
     * Whether the person may act for the association, as far as the registry has told.
     *
     * @param subject the person, as the identity provider's opaque {@code sub}
     */
    boolean permit(String subject, AssociationId association);
}
