package fi.kumppani.registry.mandate;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.registry.association.Associations;
import fi.kumppani.registry.mandate.Mandates.Addition;

import org.springframework.stereotype.Service;

import java.time.Clock;

/** Lets a person act for an association in one module. */
@Service
public class GrantMandate {

    private final Mandates mandates;
    private final Associations associations;
    private final Ids ids;
    private final Clock clock;

    GrantMandate(Mandates mandates, Associations associations, Ids ids, Clock clock) {
        this.mandates = mandates;
        this.associations = associations;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Grant {

        /** It is granted, now or by the same request before. */
        record Done(Mandate mandate) implements Grant {}

        /** The request's key was used for something else. */
        record KeyReused() implements Grant {}

        /** The person may do that already. */
        record HeldAlready() implements Grant {}

        /** The current municipality has no such association. */
        record UnknownAssociation() implements Grant {}
    }

    /**
     * Grants it.
     *
     * @param subject the person, as the identity provider's opaque {@code sub}
     */
    public Grant grant(
            String associationId,
            String subject,
            MandateModule module,
            Actor by,
            Creation creation) {
        if (associations.find(associationId).isEmpty()) {
            return new Grant.UnknownAssociation();
        }
        Mandate mandate =
                Mandate.granted(ids.next(), associationId, subject, module, Mark.now(by, clock));
        return switch (mandates.add(mandate, creation)) {
            case Addition.Kept(Mandate kept) -> new Grant.Done(kept);
            case Addition.KeyReused _ -> new Grant.KeyReused();
            case Addition.HeldAlready _ -> new Grant.HeldAlready();
        };
    }
}
