package fi.kumppani.registry.association;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.registry.association.Associations.Addition;
import fi.kumppani.registry.municipality.Classification;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Enters an association into the registry of the current municipality, its home. */
@Service
public class RegisterAssociation {

    private final Associations associations;
    private final Classification classification;
    private final Ids ids;
    private final Clock clock;

    RegisterAssociation(
            Associations associations, Classification classification, Ids ids, Clock clock) {
        this.associations = associations;
        this.classification = classification;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Registration {

        /** It is registered, now or by the same request before. */
        record Done(Association association) implements Registration {}

        /** The request's key was used for something else. */
        record KeyReused() implements Registration {}

        /** It was refused, and nothing is kept. */
        record Refused(Refusal refusal) implements Registration {}

        /** The classification has no such municipality. */
        record UnknownMunicipality() implements Registration {}
    }

    /** Registers it, not yet verified. */
    public Registration register(Facts facts, Creation creation) {
        if (classification.municipality(Tenancy.current()).isEmpty()) {
            return new Registration.UnknownMunicipality();
        }
        var origin =
                new Origin(
                        ids.next(),
                        Tenancy.current(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        false);
        return switch (associations.add(
                new Association.Unverified(origin, facts, Upkeep.NONE), creation)) {
            case Addition.Added(var added) -> new Registration.Done(added.body());
            case Addition.Repeated(var before) -> new Registration.Done(before.body());
            case Addition.KeyReused _ -> new Registration.KeyReused();
            case Addition.Taken(var refusal) -> new Registration.Refused(refusal);
        };
    }
}
