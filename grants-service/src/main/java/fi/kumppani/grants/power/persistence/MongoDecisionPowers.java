package fi.kumppani.grants.power.persistence;

import fi.kumppani.grants.power.DecisionPower;
import fi.kumppani.grants.power.DecisionPowers;
import fi.kumppani.grants.power.Powers;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** One document for each municipality, under its code. */
@Component
class MongoDecisionPowers implements DecisionPowers {

    private static final PowersDocument NONE = PowersDocument.from(Powers.NONE);

    private final AggregateCollection<PowersDocument> collection;
    private final MessageTranslator<DecisionPower> translator;

    MongoDecisionPowers(
            AggregateCollections collections, MessageTranslator<DecisionPower> translator) {
        this.translator = translator;
        this.collection = collections.collection("decisionPowers", PowersDocument.class).open();
    }

    @Override
    public Powers all() {
        return collection.findOrBegin(here(), NONE).body().toDomain();
    }

    @Override
    public <R> R change(Function<Powers, Change<R>> decide) {
        return collection.changeOrBegin(
                here(),
                NONE,
                OptionalLong.empty(),
                stored -> {
                    Powers known = stored.body().toDomain();
                    Change<R> change = decide.apply(known);
                    return change.next()
                            .map(
                                    next ->
                                            fi.kumppani.kit.store.Change.to(
                                                    PowersDocument.from(next),
                                                    owed(known, next),
                                                    change.answer()))
                            .orElseGet(() -> fi.kumppani.kit.store.Change.none(change.answer()));
                });
    }

    private List<OutboundMessage> owed(Powers known, Powers next) {
        return next.all().stream()
                .filter(each -> !known.all().contains(each))
                .flatMap(each -> translator.announce(each).stream())
                .toList();
    }

    private static String here() {
        return Tenancy.current().value();
    }
}
