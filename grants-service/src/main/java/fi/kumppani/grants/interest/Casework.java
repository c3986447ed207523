package fi.kumppani.grants.interest;

import fi.kumppani.grants.applicant.AssociationId;

/** Where people take part in matters, and are released from them when they are not impartial. */
public interface Casework {

    /**
     * Looks again at what the person takes part in of this association's, because their ties to it
     * changed; asked again, it finishes what was left.
     */
    void reconsider(String subject, AssociationId association);
}
