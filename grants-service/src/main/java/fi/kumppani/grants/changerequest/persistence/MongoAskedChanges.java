package fi.kumppani.grants.changerequest.persistence;

import fi.kumppani.grants.changerequest.AskedChanges;
import fi.kumppani.grants.changerequest.ChangeRequests;
import fi.kumppani.grants.grantapplication.ApplicationId;
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

/** One document for each application whose grantee asked for something. */
@Component
class MongoAskedChanges implements AskedChanges {

    private final AggregateCollection<ChangeRequestsDocument> collection;
    private final MessageTranslator<News> translator;

    MongoAskedChanges(AggregateCollections collections, MessageTranslator<News> translator) {
        this.collection =
                collections.collection("changeRequests", ChangeRequestsDocument.class).open();
        this.translator = translator;
    }

    @Override
    public Stored<ChangeRequests> of(ApplicationId application) {
        return open(collection.findOrBegin(application.value(), begin(application)));
    }

    @Override
    public Map<ApplicationId, ChangeRequests> findAll(Collection<ApplicationId> applications) {
        return collection.findAll(applications.stream().map(ApplicationId::value).toList()).stream()
                .map(stored -> open(stored).body())
                .collect(
                        Collectors.toUnmodifiableMap(
                                ChangeRequests::application, Function.identity()));
    }

    @Override
    public <R> R change(
            ApplicationId application,
            OptionalLong expected,
            Function<ChangeRequests, Step<R>> decide) {
        return collection.changeOrBegin(
                application.value(),
                begin(application),
                expected,
                stored -> {
                    Step<R> step = decide.apply(open(stored).body());
                    return step.next()
                            .map(
                                    next ->
                                            Change.to(
                                                    ChangeRequestsDocument.from(next),
                                                    translator.announce(
                                                            new News(next, step.changed())),
                                                    step.result()))
                            .orElseGet(() -> Change.none(step.result()));
                });
    }

    @Override
    public void rewrite(ApplicationId application, UnaryOperator<ChangeRequests> change) {
        var _ =
                collection.change(
                        application.value(),
                        stored ->
                                Change.quietly(
                                        stored.body(),
                                        ChangeRequestsDocument.from(
                                                change.apply(open(stored).body()))));
    }

    private static ChangeRequestsDocument begin(ApplicationId application) {
        return ChangeRequestsDocument.from(ChangeRequests.of(application));
    }

    private static Stored<ChangeRequests> open(Stored<ChangeRequestsDocument> stored) {
        return stored.with(stored.body().toDomain(stored.id()));
    }
}
