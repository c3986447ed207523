package fi.kumppani.grants.call.persistence;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** One document for each call. */
@Component
class MongoGrantCalls implements GrantCalls {

    private static final String IMPORT_KEY = "importKey";
    private static final int PAGE = 100;

    private final AggregateCollection<GrantCallDocument> collection;
    private final MessageTranslator<GrantCall.Published> translator;

    MongoGrantCalls(
            AggregateCollections collections, MessageTranslator<GrantCall.Published> translator) {
        this.collection =
                collections
                        .collection("calls", GrantCallDocument.class)
                        .unique(IMPORT_KEY, call -> unique(call.importKey()))
                        .open();
        this.translator = translator;
    }

    @Override
    public Optional<Stored<GrantCall>> find(CallId id) {
        return collection.find(id.value()).map(MongoGrantCalls::open);
    }

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
            case Insertion.Inserted(var stored) -> new Insertion.Inserted<>(open(stored));
            case Insertion.Repeated(var stored) -> new Insertion.Repeated<>(open(stored));
            case Insertion.KeyReused<GrantCallDocument> _ -> new Insertion.KeyReused<>();
            case Insertion.Taken(var field) -> new Insertion.Taken<>(field);
        };
    }

    @Override
    public Optional<GrantCall.Publication> publish(
            CallId id,
            OptionalLong expected,
            Function<GrantCall.Draft, GrantCall.Publication> decide) {
        return collection.change(
                id.value(),
                expected,
                stored ->
                        switch (stored.body().toDomain(stored.id())) {
                            case GrantCall.Published published ->
                                    Change.none(new GrantCall.Publication.Announced(published));
                            case GrantCall.Draft draft -> publish(decide.apply(draft));
                        });
    }

    private Change<GrantCallDocument, GrantCall.Publication> publish(
            GrantCall.Publication publication) {
        return switch (publication) {
            case GrantCall.Publication.Announced(var call) ->
                    Change.to(GrantCallDocument.from(call), translator.announce(call), publication);
            case GrantCall.Publication.Refused _ -> Change.none(publication);
        };
    }

    @Override
    public List<Stored<GrantCall>> open(Instant now, String after, int limit) {
        List<Stored<GrantCall>> open = new ArrayList<>();
        String last = after;
        List<Stored<GrantCallDocument>> page;
        do {
            page = collection.list(last, PAGE);
            for (Stored<GrantCallDocument> call : page) {
                if (open.size() < limit && call.body().isOpen(now)) {
                    open.add(open(call));
                }
            }
            last = page.isEmpty() ? last : page.getLast().id();
        } while (page.size() == PAGE && open.size() < limit);
        return open;
    }

    private List<OutboundMessage> owedBy(GrantCall call) {
        return switch (call) {
            case GrantCall.Draft _ -> List.of();
            case GrantCall.Published published -> translator.announce(published);
        };
    }

    private static @Nullable String unique(@Nullable String importKey) {
        return importKey == null ? null : importKeyHere(importKey);
    }

    private static String importKeyHere(String importKey) {
        return Tenancy.current() + ":" + importKey;
    }

    private static Stored<GrantCall> open(Stored<GrantCallDocument> stored) {
        return new Stored<>(
                stored.id(),
                stored.municipality(),
                stored.version(),
                stored.sequence(),
                stored.body().toDomain(stored.id()));
    }
}
