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
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

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

    private static final int PAGE = 200;

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
        return collection
                .find(application.value())
                .map(MongoAwards::open)
                .orElseGet(
                        () ->
                                new Stored<>(
                                        application.value(),
                                        Tenancy.current(),
                                        0,
                                        0,
                                        Award.of(application)));
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
                AwardDocument.from(Award.of(application)),
                expected,
                stored -> change(open(stored), decide));
    }

    private Change<AwardDocument, Stored<Award>> change(
            Stored<Award> known, Function<Award, Optional<Award>> decide) {
        return decide.apply(known.body())
                .map(
                        next -> {
                            List<OutboundMessage> owed = translator.announce(next);
                            return Change.to(
                                    AwardDocument.from(next), owed, known.after(owed.size(), next));
                        })
                .orElseGet(() -> Change.none(known));
    }

    @Override
    public void forEach(Consumer<ApplicationId> work) {
        String after = "";
        List<Located> page;
        do {
            page = collection.locate(Set.of(AwardDocument.DECLINING), after, PAGE);
            for (Located each : page) {
                Tenancy.runIn(each.municipality(), () -> work.accept(new ApplicationId(each.id())));
            }
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE);
    }

    private static Stored<Award> open(Stored<AwardDocument> stored) {
        return stored.with(stored.body().toDomain(stored.id()));
    }
}
