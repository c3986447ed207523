package fi.kumppani.grants.call.persistence;

import fi.kumppani.grants.call.CallHappening;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallMove;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.CallsToCome;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.kit.background.Agenda;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** One document for each call. What is written is noted in the agenda of this instance. */
@Component
class MongoGrantCalls implements GrantCalls, CallsToCome {

    private static final String IMPORT_KEY = "importKey";
    private static final int PAGE = 100;
    private static final int MOST_REMEMBERED = 256;

    private final AggregateCollection<GrantCallDocument> collection;
    private final MessageTranslator<CallHappening> translator;
    private final Agenda agenda;
    private final ConcurrentLruCache<AnnouncedCall, CallTerms> remembered =
            new ConcurrentLruCache<>(MOST_REMEMBERED, call -> GrantCalls.super.terms(call.id()));

    MongoGrantCalls(
            AggregateCollections collections,
            MessageTranslator<CallHappening> translator,
            Agenda agenda) {
        this.collection =
                collections
                        .collection("calls", GrantCallDocument.class)
                        .unique(IMPORT_KEY, call -> unique(call.importKey()))
                        .state(GrantCallDocument::state)
                        .open();
        this.translator = translator;
        this.agenda = agenda;
    }

    @Override
    public Optional<Stored<GrantCall>> find(CallId id) {
        return collection.find(id.value()).map(MongoGrantCalls::open);
    }

    @Override
    public CallTerms terms(CallId id) {
        return remembered.get(new AnnouncedCall(Tenancy.current(), id));
    }

    private record AnnouncedCall(MunicipalityCode municipality, CallId id) {}

    @Override
    public Optional<GrantCall.Published> imported(String importKey) {
        return collection
                .findByUnique(IMPORT_KEY, importKeyHere(importKey))
                .map(found -> open(found).body())
                .filter(GrantCall.Published.class::isInstance)
                .map(GrantCall.Published.class::cast);
    }

    @Override
    public Insertion<GrantCall> add(GrantCall call, Creation creation) {
        return switch (collection.insert(
                call.id().value(), creation, GrantCallDocument.from(call), owedBy(call))) {
            case Insertion.Inserted(var stored) -> {
                note(call);
                yield new Insertion.Inserted<>(open(stored));
            }
            case Insertion.Repeated(var stored) -> new Insertion.Repeated<>(open(stored));
            case Insertion.KeyReused<GrantCallDocument> _ -> new Insertion.KeyReused<>();
            case Insertion.Taken(var field) -> new Insertion.Taken<>(field);
        };
    }

    @Override
    public <R> Optional<R> change(
            CallId id, OptionalLong expected, Function<Stored<GrantCall>, CallMove<R>> decide) {
        Optional<CallMove<R>> done =
                collection.change(
                        id.value(), expected, stored -> change(decide.apply(open(stored))));
        done.flatMap(CallMove::next).ifPresent(this::note);
        return done.map(CallMove::answer);
    }

    private <R> Change<GrantCallDocument, CallMove<R>> change(CallMove<R> move) {
        return move.next()
                .map(GrantCallDocument::from)
                .map(
                        next ->
                                Change.to(
                                        next,
                                        move.happening()
                                                .map(translator::announce)
                                                .orElse(List.of()),
                                        move))
                .orElseGet(() -> Change.none(move));
    }

    @Override
    public List<Stored<GrantCall>> list(String after, int limit) {
        return collection.list(after, limit).stream().map(MongoGrantCalls::open).toList();
    }

    @Override
    public List<Stored<GrantCall>> open(Instant now, String after, int limit) {
        List<Stored<GrantCall>> open = new ArrayList<>();
        String last = after;
        List<Stored<GrantCallDocument>> page;
        do {
            page = collection.list(last, PAGE);
            for (Stored<GrantCallDocument> call : page) {
                if (open.size() < limit && isOpen(call, now)) {
                    open.add(open(call));
                }
            }
            last = page.isEmpty() ? last : page.getLast().id();
        } while (page.size() == PAGE && open.size() < limit);
        return open;
    }

    private static boolean isOpen(Stored<GrantCallDocument> call, Instant now) {
        return call.body().state().equals(GrantCallDocument.PUBLISHED)
                && open(call).body().terms().isOpen(now);
    }

    @Override
    public void noteAll(Agenda noted) {
        collection.forEachIn(
                Set.of(GrantCallDocument.SCHEDULED, GrantCallDocument.PUBLISHED),
                id ->
                        find(new CallId(id))
                                .map(found -> found.body().dueAt())
                                .ifPresent(
                                        due ->
                                                noted.note(
                                                        new Located(id, Tenancy.current()), due)));
    }

    private void note(GrantCall call) {
        Instant due = call.dueAt();
        if (due != null) {
            agenda.note(new Located(call.id().value(), Tenancy.current()), due);
        }
    }

    private List<OutboundMessage> owedBy(GrantCall call) {
        return switch (call) {
            case GrantCall.Draft _ -> List.of();
            case GrantCall.Published published ->
                    translator.announce(new CallHappening.Announced(published));
            case GrantCall.Closed closed -> translator.announce(new CallHappening.Ended(closed));
        };
    }

    private static @Nullable String unique(@Nullable String importKey) {
        return importKey == null ? null : importKeyHere(importKey);
    }

    private static String importKeyHere(String importKey) {
        return Tenancy.current() + ":" + importKey;
    }

    private static Stored<GrantCall> open(Stored<GrantCallDocument> stored) {
        return stored.with(stored.body().toDomain(stored.id()));
    }
}
