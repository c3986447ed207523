package fi.kumppani.grants.redress.persistence;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.redress.Redress;
import fi.kumppani.grants.redress.RedressNews;
import fi.kumppani.grants.redress.Redresses;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.util.OptionalLong;
import java.util.function.Function;

/** One document for each application about whose decision something was done. */
@Component
class MongoRedresses implements Redresses {

    private final AggregateCollection<RedressDocument> collection;
    private final MessageTranslator<RedressNews> translator;

    MongoRedresses(AggregateCollections collections, MessageTranslator<RedressNews> translator) {
        this.collection = collections.collection("redress", RedressDocument.class).open();
        this.translator = translator;
    }

    @Override
    public Stored<Redress> of(ApplicationId application) {
        return collection
                .find(application.value())
                .map(MongoRedresses::open)
                .orElseGet(
                        () ->
                                new Stored<>(
                                        application.value(),
                                        Tenancy.current(),
                                        0,
                                        0,
                                        Redress.of(application)));
    }

    @Override
    public <R> R change(
            ApplicationId application, OptionalLong expected, Function<Redress, Step<R>> decide) {
        return collection.changeOrBegin(
                application.value(),
                RedressDocument.from(Redress.of(application)),
                expected,
                stored -> change(open(stored).body(), decide));
    }

    private <R> Change<RedressDocument, R> change(
            Redress known, Function<Redress, Step<R>> decide) {
        Step<R> step = decide.apply(known);
        return step.next().equals(known)
                ? Change.none(step.result())
                : Change.to(
                        RedressDocument.from(step.next()),
                        translator.announce(new RedressNews(step.next(), step.changed())),
                        step.result());
    }

    private static Stored<Redress> open(Stored<RedressDocument> stored) {
        return stored.with(stored.body().toDomain(stored.id()));
    }
}
