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
    public void keep(Municipality municipality) {
        var _ =
                collection.insert(
                        Tenancy.current().value(),
                        null,
                        MunicipalityDocument.from(municipality),
                        translator.announce(municipality));
    }

    @Override
    public Optional<Stored<Municipality>> change(
            OptionalLong expected, UnaryOperator<Municipality> change) {
        return collection.change(
                Tenancy.current().value(),
                expected,
                stored -> {
                    Stored<Municipality> before = open(stored);
                    Municipality after = change.apply(before.body());
                    return after.equals(before.body())
                            ? Change.none(before)
                            : Change.to(
                                    MunicipalityDocument.from(after),
                                    translator.announce(after),
                                    next(before, after));
                });
    }

    private static Stored<Municipality> open(Stored<MunicipalityDocument> stored) {
        return new Stored<>(
                stored.id(),
                stored.municipality(),
                stored.version(),
                stored.sequence(),
                stored.body().toDomain());
    }

    private static Stored<Municipality> next(Stored<Municipality> before, Municipality after) {
        return new Stored<>(
                before.id(),
                before.municipality(),
                before.version() + 1,
                before.sequence() + 1,
                after);
    }
}
