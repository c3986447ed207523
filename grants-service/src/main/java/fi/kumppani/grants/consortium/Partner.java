package fi.kumppani.grants.consortium;

import fi.kumppani.grants.applicant.AssociationId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An association that an application names beside its applicant.
 *
 * @param joinedAt when somebody of the association said that it takes part; null until then
 */
public record Partner(AssociationId association, @Nullable Instant joinedAt) {

    /** Whether it takes part by its own word. */
    public boolean hasJoined() {
        return joinedAt != null;
    }
}
