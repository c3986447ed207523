package fi.kumppani.registry.association;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.registry.association.Associations.Addition;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * @param contact whom the municipality's mail goes to, if the row says it
     */
    public Row take(String key, String contentHash, Facts facts, Optional<MailContact> contact) {
        return switch (associations.add(imported(facts, contact), creation(key, contentHash))) {
            case Addition.Added(var added) -> new Row.Imported(added.id());
            case Addition.Repeated(var before) -> new Row.Unchanged(before.id());
            case Addition.KeyReused _ -> new Row.KeyReused();
            case Addition.Taken(var refusal) -> new Row.Refused(refusal);
        };
    }

    /** Begins to try rows out. */
    public Rehearsal rehearse() {
        return new Rehearsal();
    }

    private Association imported(Facts facts, Optional<MailContact> contact) {
        return new Association.Verified(
                new Origin(
                        ids.next(),
                        Tenancy.current(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        true),
                facts,
                Upkeep.of(contact));
    }

    private static Creation creation(String key, String contentHash) {
        return new Creation(OPERATION + ":" + Tenancy.current() + ":" + key, contentHash);
    }

    /** What would become of one row. */
    public sealed interface Prospect {

        /** It would be imported. */
        record Importable() implements Prospect {}

        /** The same row was imported before, or comes before it. */
        record Unchanged() implements Prospect {}

        /** A row with this key and other content was imported before, or comes before it. */
        record KeyReused() implements Prospect {}

        /** It would be refused. */
        record Refused(Refusal refusal) implements Prospect {}
    }

    /** Tells what would become of rows that were imported in this order; keeps nothing. */
    public final class Rehearsal {

        private final Map<String, String> hashes = new HashMap<>();
        private final Set<BusinessId> businessIds = new HashSet<>();
        private final Set<RegisterNumber> registerNumbers = new HashSet<>();

        private Rehearsal() {}

        /**
         * Tries the next row.
         *
         * @param key stable at its source
         * @param contentHash of the row
         */
        public Prospect take(String key, String contentHash, Facts facts) {
            Prospect prospect =
                    associations
                            .foresee(imported(facts, Optional.empty()), creation(key, contentHash))
                            .map(Rehearsal::known)
                            .orElseGet(() -> amongTheOthers(key, contentHash, facts));
            if (prospect instanceof Prospect.Importable) {
                hashes.put(key, contentHash);
                facts.businessId().ifPresent(businessIds::add);
                facts.registerNumber().ifPresent(registerNumbers::add);
            }
            return prospect;
        }

        private static Prospect known(Addition addition) {
            return switch (addition) {
                case Addition.Added _ -> new Prospect.Importable();
                case Addition.Repeated _ -> new Prospect.Unchanged();
                case Addition.KeyReused _ -> new Prospect.KeyReused();
                case Addition.Taken(var refusal) -> new Prospect.Refused(refusal);
            };
        }

        /** An earlier row may be the same, or have what this one claims. */
        private Prospect amongTheOthers(String key, String contentHash, Facts facts) {
            String earlier = hashes.get(key);
            if (earlier != null) {
                return earlier.equals(contentHash)
                        ? new Prospect.Unchanged()
                        : new Prospect.KeyReused();
            }
            if (facts.businessId().filter(businessIds::contains).isPresent()) {
                return new Prospect.Refused(Refusal.BUSINESS_ID_TAKEN);
            }
            return facts.registerNumber().filter(registerNumbers::contains).isPresent()
                    ? new Prospect.Refused(Refusal.REGISTER_NUMBER_TAKEN)
                    : new Prospect.Importable();
        }
    }
}
