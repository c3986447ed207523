package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.AssociationId;

import java.util.Collection;
import java.util.List;

/**
 * Which applications each association has begun in the current municipality, so that its people
 * find their drafts again. What became of them stands in the applications alone.
 */
public interface BegunApplications {

    /** How many of an association are known, the latest ones. */
    int MOST = 500;

    /** Notes one that was begun; noted again, nothing changes. */
    void note(AssociationId applicant, ApplicationId application);

    /** Those of the associations, each one's in the order they were begun. */
    List<ApplicationId> of(Collection<AssociationId> applicants);
}
