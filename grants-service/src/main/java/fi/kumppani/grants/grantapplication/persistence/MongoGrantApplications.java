package fi.kumppani.grants.grantapplication.persistence;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.AgedApplications;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.Happening;
import fi.kumppani.grants.grantapplication.Move;
import fi.kumppani.grants.grantapplication.UnfinishedApplications;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
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

/** One document for each application. */
@Component
class MongoGrantApplications
        implements GrantApplications, UnfinishedApplications, AgedApplications {

    private static final int PAGE = 200;

    private final AggregateCollection<GrantApplicationDocument> collection;
    private final MessageTranslator<Happening> translator;

    MongoGrantApplications(
            AggregateCollections collections, MessageTranslator<Happening> translator) {
        this.collection =
                collections
                        .collection("applications", GrantApplicationDocument.class)
                        .state(GrantApplicationDocument::state)
                        .open();
        this.translator = translator;
    }

    @Override
    public Optional<Stored<GrantApplication>> find(ApplicationId id) {
        return collection.find(id.value()).map(MongoGrantApplications::open);
    }

    @Override
    public Map<ApplicationId, Stored<GrantApplication>> findAll(Collection<ApplicationId> ids) {
        return collection.findAll(ids.stream().map(ApplicationId::value).toList()).stream()
                .map(MongoGrantApplications::open)
                .collect(
                        Collectors.toUnmodifiableMap(
                                found -> found.body().filing().id(), Function.identity()));
    }

    @Override
    public Insertion<GrantApplication> add(
            GrantApplication application, List<Happening> happenings, Creation creation) {
        return switch (collection.insert(
                application.filing().id().value(),
                creation,
                GrantApplicationDocument.from(application),
                owed(happenings))) {
            case Insertion.Inserted(var stored) -> new Insertion.Inserted<>(open(stored));
            case Insertion.Repeated(var stored) -> new Insertion.Repeated<>(open(stored));
            case Insertion.KeyReused<GrantApplicationDocument> _ -> new Insertion.KeyReused<>();
            case Insertion.Taken(var field) -> new Insertion.Taken<>(field);
        };
    }

    @Override
    public <R> Optional<R> change(
            ApplicationId id,
            OptionalLong expected,
            Function<Stored<GrantApplication>, Move<R>> decide) {
        return collection.change(
                id.value(), expected, stored -> change(decide.apply(open(stored))));
    }

    @Override
    public <R> Optional<R> change(
            Stored<GrantApplication> seen, Function<Stored<GrantApplication>, Move<R>> decide) {
        return collection
                .changeAsSeen(seen, change(decide.apply(seen)))
                .or(() -> change(seen.body().filing().id(), OptionalLong.empty(), decide));
    }

    private <R> Change<GrantApplicationDocument, R> change(Move<R> move) {
        return move.next()
                .map(GrantApplicationDocument::from)
                .map(next -> Change.to(next, owed(move.happenings()), move.answer()))
                .orElseGet(() -> Change.none(move.answer()));
    }

    @Override
    public void forEach(Consumer<ApplicationId> work) {
        forEachIn(GrantApplicationDocument.UNFINISHED, work);
    }

    @Override
    public void forEachTransfer(Consumer<ApplicationId> work) {
        forEachIn(Set.of(GrantApplicationDocument.TRANSFERRING), work);
    }

    private void forEachIn(Set<String> states, Consumer<ApplicationId> work) {
        collection.forEachIn(states, id -> work.accept(new ApplicationId(id)));
    }

    @Override
    public void forEachSettled(Consumer<List<ApplicationId>> work) {
        collection.forEachPartIn(
                GrantApplicationDocument.SETTLED,
                ids -> work.accept(ids.stream().map(ApplicationId::new).toList()));
    }

    @Override
    public void eraseDraft(ApplicationId id) {
        var _ =
                collection.eraseIf(
                        id.value(),
                        stored -> stored.body().state().equals(GrantApplicationDocument.DRAFT));
    }

    void forEachDraft(CallId call, Consumer<ApplicationId> work) {
        String after = "";
        List<Stored<GrantApplicationDocument>> page;
        do {
            page = collection.listIn(Set.of(GrantApplicationDocument.DRAFT), after, PAGE);
            for (Stored<GrantApplicationDocument> each : page) {
                if (each.body().filing().call().equals(call.value())) {
                    work.accept(new ApplicationId(each.id()));
                }
            }
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE);
    }

    private List<OutboundMessage> owed(List<Happening> happenings) {
        return happenings.stream()
                .flatMap(happening -> translator.announce(happening).stream())
                .toList();
    }

    private static Stored<GrantApplication> open(Stored<GrantApplicationDocument> stored) {
        return stored.with(stored.body().toDomain(stored.id()));
    }
}
