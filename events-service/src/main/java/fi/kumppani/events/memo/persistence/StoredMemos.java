package fi.kumppani.events.memo.persistence;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.memo.Memo;
import fi.kumppani.events.memo.MemoHappening;
import fi.kumppani.events.memo.Memos;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One document for the memo of an event, under the event's id. */
@Component
class StoredMemos implements Memos {

    private static final String DRAFT = "draft";
    private static final String PUBLISHED = "published";

    private final AggregateCollection<MemoDocument> collection;
    private final MessageTranslator<MemoHappening> translator;

    StoredMemos(AggregateCollections collections, MessageTranslator<MemoHappening> translator) {
        this.collection =
                collections
                        .collection("memos", MemoDocument.class)
                        .state(memo -> memo.publishedAt() == null ? DRAFT : PUBLISHED)
                        .open();
        this.translator = translator;
    }

    @Override
    public Optional<Memo> of(EventId event) {
        return collection.find(event.value()).map(StoredMemos::open);
    }

    @Override
    public Optional<Memo> begin(Memo.Draft draft) {
        return collection.insert(draft.event().value(), null, MemoDocument.from(draft), List.of())
                        instanceof Insertion.Inserted<MemoDocument>(var stored)
                ? Optional.of(open(stored))
                : Optional.empty();
    }

    @Override
    public List<Located> drafts(String after, int limit) {
        return collection.locate(List.of(DRAFT), after, limit);
    }

    @Override
    public void erase(EventId event) {
        collection.erase(event.value());
    }

    @Override
    public <R> Optional<R> decide(EventId event, Function<Memo, Decision<R>> decide) {
        return collection.change(event.value(), stored -> change(decide.apply(open(stored))));
    }

    private <R> Change<MemoDocument, R> change(Decision<R> decision) {
        Memo next = decision.next();
        MemoHappening happening = decision.happening();
        List<OutboundMessage> owed = happening == null ? List.of() : translator.announce(happening);
        return next == null
                ? Change.none(decision.answer())
                : Change.to(MemoDocument.from(next), owed, decision.answer());
    }

    private static Memo open(Stored<MemoDocument> stored) {
        return stored.body().toDomain(new EventId(stored.id()), stored.version());
    }
}
