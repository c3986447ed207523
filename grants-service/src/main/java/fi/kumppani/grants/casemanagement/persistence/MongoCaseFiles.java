package fi.kumppani.grants.casemanagement.persistence;

import fi.kumppani.grants.casemanagement.CaseFile;
import fi.kumppani.grants.casemanagement.CaseFiles;
import fi.kumppani.grants.casemanagement.UnfinishedCases;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One document for each case, under the application's id; its number is unique where it is. */
@Component
class MongoCaseFiles implements CaseFiles, UnfinishedCases {

    private final AggregateCollection<CaseFileDocument> collection;
    private final MessageTranslator<CaseFile> translator;

    MongoCaseFiles(AggregateCollections collections, MessageTranslator<CaseFile> translator) {
        this.collection =
                collections
                        .collection("caseFiles", CaseFileDocument.class)
                        .unique("caseNumber", file -> Tenancy.current() + ":" + file.caseNumber())
                        .state(CaseFileDocument::state)
                        .open();
        this.translator = translator;
    }

    @Override
    public Optional<Stored<CaseFile>> find(ApplicationId application) {
        return collection.find(application.value()).map(MongoCaseFiles::open);
    }

    @Override
    public Map<ApplicationId, CaseFile> findAll(Collection<ApplicationId> applications) {
        return collection.findAll(applications.stream().map(ApplicationId::value).toList()).stream()
                .map(stored -> open(stored).body())
                .collect(
                        Collectors.toUnmodifiableMap(
                                file -> file.head().application(), Function.identity()));
    }

    @Override
    public Insertion<CaseFile> open(CaseFile.Opened opened) {
        Insertion<CaseFileDocument> insertion =
                collection.insert(
                        opened.head().application().value(),
                        null,
                        CaseFileDocument.from(opened),
                        translator.announce(opened));
        return switch (insertion) {
            case Insertion.Inserted<CaseFileDocument>(var stored) ->
                    new Insertion.Inserted<>(open(stored));
            case Insertion.Repeated<CaseFileDocument>(var stored) ->
                    new Insertion.Repeated<>(open(stored));
            case Insertion.Taken<CaseFileDocument>(var field) -> new Insertion.Taken<>(field);
            case Insertion.KeyReused<CaseFileDocument> _ -> new Insertion.KeyReused<>();
        };
    }

    @Override
    public <R> Optional<R> change(
            ApplicationId application, OptionalLong expected, Function<CaseFile, Step<R>> decide) {
        return collection.change(
                application.value(),
                expected,
                stored -> {
                    Step<R> step = decide.apply(open(stored).body());
                    return step.next()
                            .map(
                                    next ->
                                            Change.to(
                                                    CaseFileDocument.from(next),
                                                    translator.announce(next),
                                                    step.result()))
                            .orElseGet(() -> Change.none(step.result()));
                });
    }

    @Override
    public void forEach(Consumer<ApplicationId> work) {
        collection.forEachIn(
                Set.of(CaseFileDocument.DECIDING), id -> work.accept(new ApplicationId(id)));
    }

    private static Stored<CaseFile> open(Stored<CaseFileDocument> stored) {
        return stored.with(stored.body().toDomain(stored.id()));
    }
}
