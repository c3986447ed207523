package fi.kumppani.grants.applicant;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The associations the registry has told of, whichever municipality is their home. */
public interface Applicants {

    /** The association, if its messages have arrived here. */
    Optional<Applicant> find(AssociationId id);

    /** Those of the associations whose messages have arrived here. */
    Map<AssociationId, Applicant> findAll(Collection<AssociationId> ids);
}
