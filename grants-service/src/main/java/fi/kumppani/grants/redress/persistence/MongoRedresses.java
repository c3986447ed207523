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

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
        return open(collection.findOrBegin(application.value(), begin(application)));
    }

    @Override
    public Map<ApplicationId, Redress> findAll(Collection<ApplicationId> applications) {
        return collection.findAll(applications.stream().map(ApplicationId::value).toList()).stream()
                .map(stored -> open(stored).body())
                .collect(Collectors.toUnmodifiableMap(Redress::application, Function.identity()));
    }

    @Override
    public <R> R change(
            ApplicationId application, OptionalLong expected, Function<Redress, Step<R>> decide) {
        return collection.changeOrBegin(
                application.value(),
                begin(application),
                expected,
                stored -> change(open(stored).body(), decide));
    }

    @Override
    public void rewrite(ApplicationId application, UnaryOperator<Redress> change) {
        var _ =
                collection.change(
                        application.value(),
                        stored ->
                                Change.quietly(
                                        stored.body(),
                                        RedressDocument.from(change.apply(open(stored).body()))));
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

    private static RedressDocument begin(ApplicationId application) {
        return RedressDocument.from(Redress.of(application));
    }

    private static Stored<Redress> open(Stored<RedressDocument> stored) {
        return stored.with(stored.body().toDomain(stored.id()));
    }
}
