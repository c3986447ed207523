package fi.kumppani.registry.network.persistence;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.registry.network.Network;
import fi.kumppani.registry.network.Networks;
import fi.kumppani.registry.network.Outcome;
import fi.kumppani.registry.network.Refusal;
import fi.kumppani.registry.network.Step;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** One document for each network. */
@Component
class StoredNetworks implements Networks {

    private final AggregateCollection<NetworkDocument> collection;
    private final MessageTranslator<Network> translator;

    StoredNetworks(AggregateCollections collections, MessageTranslator<Network> translator) {
        this.collection = collections.collection("networks", NetworkDocument.class).open();
        this.translator = translator;
    }

    @Override
    public Optional<Stored<Network>> find(String id) {
        return collection.find(id).map(StoredNetworks::open);
    }

    @Override
    public List<Stored<Network>> list(String after, int limit) {
        return collection.list(after, limit).stream().map(StoredNetworks::open).toList();
    }

    @Override
    public Addition add(Network.Active network, Creation creation) {
        Insertion<NetworkDocument> insertion =
                collection.insert(
                        network.id(),
                        creation,
                        NetworkDocument.from(network),
                        translator.announce(network));
        return switch (insertion) {
            case Insertion.Inserted(var stored) -> new Addition.Kept(stored.id());
            case Insertion.Repeated(var stored) -> new Addition.Kept(stored.id());
            case Insertion.KeyReused<NetworkDocument> _ -> new Addition.KeyReused();
            case Insertion.Taken<NetworkDocument>(String field) ->
                    throw new IllegalStateException("Networks share nothing: " + field);
        };
    }

    @Override
    public Outcome<Network> change(
            String id, long version, Function<Network, Step<Network>> decide) {
        return collection
                .change(id, OptionalLong.of(version), stored -> take(stored, decide))
                .orElseGet(Outcome.Unknown::new);
    }

    private Change<NetworkDocument, Outcome<Network>> take(
            Stored<NetworkDocument> stored, Function<Network, Step<Network>> decide) {
        Stored<Network> before = open(stored);
        return switch (decide.apply(before.body())) {
            case Step.Take<Network>(Network next) ->
                    Change.to(
                            NetworkDocument.from(next),
                            translator.announce(next),
                            new Outcome.Kept<>(before.after(1, next)));
            case Step.Stay<Network> _ -> Change.none(new Outcome.Kept<>(before));
            case Step.Refuse<Network>(Refusal refusal) ->
                    Change.none(new Outcome.Refused<>(refusal));
        };
    }

    private static Stored<Network> open(Stored<NetworkDocument> stored) {
        return stored.with(stored.body().toDomain());
    }
}
