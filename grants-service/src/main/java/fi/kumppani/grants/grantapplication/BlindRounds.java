package fi.kumppani.grants.grantapplication;

import java.util.Collection;
import java.util.Set;

/** Says from whom it is kept who applies, while reviews are blind. */
public interface BlindRounds {

    /**
     * Those of these applications of which an official is not told who applies: of calls whose
     * reviews are blind, from the moment it is handed in until its round is closed or it is
     * decided. Only the one whom it is assigned to is told, for they check beforehand that it is
     * whole, that its applicant may apply, and who has to keep out of it. Whoever only reviews,
     * compares or decides is not.
     *
     * @param official who asks, as the identity provider's opaque {@code sub}
     */
    Set<ApplicationId> of(Collection<GrantApplication> applications, String official);
}
