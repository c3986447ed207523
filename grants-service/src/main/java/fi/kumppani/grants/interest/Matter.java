package fi.kumppani.grants.interest;

import fi.kumppani.grants.applicant.AssociationId;

import java.util.Set;

/**
 * What somebody must be impartial in.
 *
 * @param application the id of the application
 * @param applicants all associations that apply together
 */
public record Matter(String application, Set<AssociationId> applicants) {

    /** Copies the set. */
    public Matter {
        applicants = Set.copyOf(applicants);
    }
}
