package fi.kumppani.grants.award.persistence;

import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.award.UnfinishedAwards;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One document for each award, under the application's id. */
@Component
class MongoAwards implements Awards, UnfinishedAwards {

    private final AggregateCollection<AwardDocument> collection;
    private final MessageTranslator<Award> translator;

    MongoAwards(AggregateCollections collections, MessageTranslator<Award> translator) {
        this.collection =
                collections
                        .collection("awards", AwardDocument.class)
                        .state(AwardDocument::answer)
                        .open();
        this.translator = translator;
    }

    @Override
    public Stored<Award> find(ApplicationId application) {
        return open(collection.findOrBegin(application.value(), begin(application)));
    }

    @Override
    public Map<ApplicationId, Award> findAll(Collection<ApplicationId> applications) {
        return collection.findAll(applications.stream().map(ApplicationId::value).toList()).stream()
                .map(MongoAwards::open)
                .map(Stored::body)
                .collect(Collectors.toUnmodifiableMap(Award::application, Function.identity()));
    }

    @Override
    public Stored<Award> change(
            ApplicationId application,
            OptionalLong expected,
            Function<Award, Optional<Award>> decide) {
        return collection.changeOrBegin(
                application.value(),
                begin(application),
                expected,
                stored -> {
                    Stored<Award> known = open(stored);
                    return Change.next(
                            known,
                            decide.apply(known.body()),
                            AwardDocument::from,
                            next -> news(known.body(), next));
                });
    }

    /** Not all that is kept is told; nobody is told the same twice. */
    private List<OutboundMessage> news(Award known, Award next) {
        List<OutboundMessage> told = translator.announce(next);
        return told.equals(translator.announce(known)) ? List.of() : told;
    }

    @Override
    public void forEach(Consumer<ApplicationId> work) {
        collection.forEachIn(
                Set.of(AwardDocument.DECLINING), id -> work.accept(new ApplicationId(id)));
    }

    private static AwardDocument begin(ApplicationId application) {
        return AwardDocument.from(Award.of(application));
    }

    private static Stored<Award> open(Stored<AwardDocument> stored) {
        return stored.with(stored.body().toDomain(stored.id()));
    }
}
