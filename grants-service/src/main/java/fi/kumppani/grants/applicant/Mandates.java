package fi.kumppani.grants.applicant;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Who may act for which association in matters of grants. */
public interface Mandates {

    /**
     * Whether the person may act for the association, as far as the registry has told.
     *
     * @param subject the person, as the identity provider's opaque {@code sub}
     */
    boolean permit(String subject, AssociationId association);

    /**
     * The associations the person may act for, as far as the registry has told.
     *
     * @param subject the person, as the identity provider's opaque {@code sub}
     */
    List<AssociationId> of(String subject);

    /** Those of them who may act, as far as the registry has told; looked up together. */
    Set<Holder> permitted(Collection<Holder> asked);

    /** A person, as the identity provider's opaque {@code sub}, for an association. */
    record Holder(String subject, AssociationId association) {}
}
