package fi.kumppani.grants.recovery.persistence;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.recovery.Recoveries;
import fi.kumppani.grants.recovery.Recovery;
import fi.kumppani.grants.recovery.RecoveryNews;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One document for each grant of which something is claimed back or came back. */
@Component
class MongoRecoveries implements Recoveries {

    private final AggregateCollection<RecoveryDocument> collection;
    private final MessageTranslator<RecoveryNews> translator;

    MongoRecoveries(AggregateCollections collections, MessageTranslator<RecoveryNews> translator) {
        this.collection =
                collections
                        .collection("recoveries", RecoveryDocument.class)
                        .state(RecoveryDocument::state)
                        .open();
        this.translator = translator;
    }

    @Override
    public Stored<Recovery> of(ApplicationId application) {
        return open(collection.findOrBegin(application.value(), begin(application)));
    }

    @Override
    public Map<ApplicationId, Recovery> findAll(Collection<ApplicationId> applications) {
        return collection.findAll(applications.stream().map(ApplicationId::value).toList()).stream()
                .map(MongoRecoveries::open)
                .map(Stored::body)
                .collect(Collectors.toUnmodifiableMap(Recovery::application, Function.identity()));
    }

    @Override
    public Recovery.Moved move(
            ApplicationId application,
            OptionalLong expected,
            Function<Recovery, Recovery.Moved> decide) {
        return collection.changeOrBegin(
                application.value(),
                begin(application),
                expected,
                stored -> {
                    Recovery known = open(stored).body();
                    Recovery.Moved moved = decide.apply(known);
                    return moved instanceof Recovery.Moved.To(var next) && !next.equals(known)
                            ? Change.to(
                                    RecoveryDocument.from(next),
                                    translator.announce(new RecoveryNews(known, next)),
                                    moved)
                            : Change.none(moved);
                });
    }

    @Override
    public void rewrite(ApplicationId application, UnaryOperator<Recovery> change) {
        var _ =
                collection.change(
                        application.value(),
                        stored ->
                                Change.quietly(
                                        stored.body(),
                                        RecoveryDocument.from(change.apply(open(stored).body()))));
    }

    @Override
    public void forEachUnbooked(Consumer<ApplicationId> work) {
        collection.forEachIn(
                Set.of(RecoveryDocument.UNBOOKED), id -> work.accept(new ApplicationId(id)));
    }

    private static RecoveryDocument begin(ApplicationId application) {
        return RecoveryDocument.from(Recovery.of(application));
    }

    private static Stored<Recovery> open(Stored<RecoveryDocument> stored) {
        return stored.with(stored.body().toDomain(stored.id()));
    }
}
