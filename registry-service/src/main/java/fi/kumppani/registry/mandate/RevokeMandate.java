package fi.kumppani.registry.mandate;

import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;

/**
 * Takes a right away. A main user cannot leave the association without one: what was taken by
 * mistake could then be given again by nobody of the association.
 */
@Service
public class RevokeMandate {

    private final Mandates mandates;
    private final Clock clock;

    RevokeMandate(Mandates mandates, Clock clock) {
        this.mandates = mandates;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Revocation {

        /** It holds no more, since now or before. */
        record Done(Stored<Mandate> mandate) implements Revocation {}

        /** Nobody of the association could give rights any more. */
        record LastMainUser() implements Revocation {}

        /** The current municipality has no such mandate. */
        record Unknown() implements Revocation {}
    }

    /**
     * Revokes it; a revoked one stays as it is.
     *
     * @param version the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Revocation revoke(Mandate mandate, long version, Actor by) {
        if (by.capacity() == Capacity.MAIN_USER && isLastMainUse(mandate)) {
            return new Revocation.LastMainUser();
        }
        return mandates.revoke(mandate.id(), version, Mark.now(by, clock))
                .<Revocation>map(Revocation.Done::new)
                .orElseGet(Revocation.Unknown::new);
    }

    private boolean isLastMainUse(Mandate mandate) {
        return mandate.module() == MandateModule.ADMINISTRATION
                && mandate.valid()
                && mandates.ofAssociation(mandate.associationId()).stream()
                        .map(Stored::body)
                        .noneMatch(
                                other ->
                                        other.valid()
                                                && other.module() == MandateModule.ADMINISTRATION
                                                && !other.id().equals(mandate.id()));
    }
}
