package fi.kumppani.registry.association;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.registry.association.Associations.Addition;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Takes associations over from the register a coordinator has kept so far: they count as verified,
 * and as imported.
 */
@Service
public class ImportAssociations {

    private static final String OPERATION = "registry.association.import";

    private final Associations associations;
    private final Ids ids;
    private final Clock clock;

    ImportAssociations(Associations associations, Ids ids, Clock clock) {
        this.associations = associations;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of one row. */
    public sealed interface Row {

        /** It is in the registry now. */
        record Imported(String id) implements Row {}

        /** The same row was imported before; nothing was changed. */
        record Unchanged(String id) implements Row {}

        /** A row with this key and other content was imported before; nothing was changed. */
        record KeyReused() implements Row {}

        /** It was refused, and nothing is kept. */
        record Refused(Refusal refusal) implements Row {}
    }

    /**
     * Imports one row into the current municipality.
     *
     * @param key stable at its source: the same key again is the same row
     * @param contentHash of the row
     */
    public Row take(String key, String contentHash, Facts facts) {
        var origin =
                new Origin(
                        ids.next(),
                        Tenancy.current(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        true);
        var creation = new Creation(OPERATION + ":" + Tenancy.current() + ":" + key, contentHash);
        return switch (associations.add(new Association.Verified(origin, facts), creation)) {
            case Addition.Added(var added) -> new Row.Imported(added.id());
            case Addition.Repeated(var before) -> new Row.Unchanged(before.id());
            case Addition.KeyReused _ -> new Row.KeyReused();
            case Addition.Taken(var refusal) -> new Row.Refused(refusal);
        };
    }
}
