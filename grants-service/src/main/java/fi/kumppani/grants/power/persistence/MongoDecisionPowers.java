package fi.kumppani.grants.power.persistence;

import fi.kumppani.grants.power.DecisionPowers;
import fi.kumppani.grants.power.Powers;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.function.Function;

/** One document for each municipality, under its code. */
@Component
class MongoDecisionPowers implements DecisionPowers {

    private final AggregateCollection<PowersDocument> collection;

    MongoDecisionPowers(AggregateCollections collections) {
        this.collection = collections.collection("decisionPowers", PowersDocument.class).open();
    }

    @Override
    public Powers all() {
        return collection
                .find(here())
                .map(Stored::body)
                .map(PowersDocument::toDomain)
                .orElse(Powers.NONE);
    }

    @Override
    public <R> R change(Function<Powers, Change<R>> decide) {
        if (collection.find(here()).isEmpty()) {
            Insertion<PowersDocument> _ =
                    collection.insert(here(), null, PowersDocument.from(Powers.NONE), List.of());
        }
        return collection
                .change(
                        here(),
                        stored -> {
                            Change<R> change = decide.apply(stored.body().toDomain());
                            return change.next()
                                    .map(
                                            next ->
                                                    fi.kumppani.kit.store.Change.to(
                                                            PowersDocument.from(next),
                                                            List.of(),
                                                            change.answer()))
                                    .orElseGet(
                                            () ->
                                                    fi.kumppani.kit.store.Change.none(
                                                            change.answer()));
                        })
                .orElseThrow(() -> new IllegalStateException("The powers went away"));
    }

    private static String here() {
        return Tenancy.current().value();
    }
}
