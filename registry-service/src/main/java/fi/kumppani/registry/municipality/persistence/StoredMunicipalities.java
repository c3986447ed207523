package fi.kumppani.registry.municipality.persistence;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.registry.municipality.Municipalities;
import fi.kumppani.registry.municipality.Municipality;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** One document for each municipality, under its code. */
@Component
class StoredMunicipalities implements Municipalities {

    private final AggregateCollection<MunicipalityDocument> collection;
    private final MessageTranslator<Municipality> translator;

    StoredMunicipalities(
            AggregateCollections collections, MessageTranslator<Municipality> translator) {
        this.collection =
                collections.collection("municipalities", MunicipalityDocument.class).open();
        this.translator = translator;
    }

    @Override
    public Optional<Stored<Municipality>> current() {
        return collection.find(Tenancy.current().value()).map(StoredMunicipalities::open);
    }

    @Override
    public Optional<String> edition() {
        return collection
                .find(Tenancy.current().value())
                .flatMap(stored -> Optional.ofNullable(stored.body().edition()));
    }

    @Override
    public void describe(Municipality classified, String edition) {
        String id = Tenancy.current().value();
        Optional<Boolean> kept =
                collection.change(id, stored -> describe(stored, classified, edition));
        if (kept.isEmpty()) {
            var _ =
                    collection.insert(
                            id,
                            null,
                            MunicipalityDocument.from(classified, edition),
                            translator.announce(classified));
        }
    }

    @Override
    public Optional<Stored<Municipality>> change(long version, UnaryOperator<Municipality> change) {
        return collection.change(
                Tenancy.current().value(),
                OptionalLong.of(version),
                stored -> {
                    Stored<Municipality> before = open(stored);
                    Municipality after = change.apply(before.body());
                    return after.equals(before.body())
                            ? Change.none(before)
                            : Change.to(
                                    MunicipalityDocument.from(after, stored.body().edition()),
                                    translator.announce(after),
                                    next(before, after));
                });
    }

    /** Another edition alone is noted, and told to nobody. */
    private Change<MunicipalityDocument, Boolean> describe(
            Stored<MunicipalityDocument> stored, Municipality classified, String edition) {
        Municipality before = stored.body().toDomain();
        Municipality after = before.describedBy(classified);
        if (!after.equals(before)) {
            return Change.to(
                    MunicipalityDocument.from(after, edition), translator.announce(after), true);
        }
        return edition.equals(stored.body().edition())
                ? Change.none(true)
                : Change.to(MunicipalityDocument.from(after, edition), List.of(), true);
    }

    private static Stored<Municipality> open(Stored<MunicipalityDocument> stored) {
        return stored.with(stored.body().toDomain());
    }

    private static Stored<Municipality> next(Stored<Municipality> before, Municipality after) {
        return before.after(1, after);
    }
}
