package fi.kumppani.grants.payment.persistence;

import fi.kumppani.grants.payment.BatchId;
import fi.kumppani.grants.payment.PaymentBatch;
import fi.kumppani.grants.payment.PaymentBatches;
import fi.kumppani.grants.payment.SettledBatches;
import fi.kumppani.grants.payment.UnfinishedBatches;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** One document for each batch, with its rows and the messages it owes. */
@Component
class MongoPaymentBatches implements PaymentBatches, UnfinishedBatches, SettledBatches {

    private static final String REQUEST = "request";

    private final AggregateCollection<BatchDocument> collection;
    private final MessageTranslator<PaymentBatch> translator;

    MongoPaymentBatches(
            AggregateCollections collections, MessageTranslator<PaymentBatch> translator) {
        this.collection =
                collections
                        .collection("paymentBatches", BatchDocument.class)
                        .state(BatchDocument::state)
                        .unique(REQUEST, BatchDocument::requestKey)
                        .open();
        this.translator = translator;
    }

    @Override
    public Insertion<PaymentBatch> add(PaymentBatch batch) {
        return switch (collection.insert(
                batch.id().value(),
                batch.request(),
                BatchDocument.from(batch),
                translator.announce(batch))) {
            case Insertion.Inserted(var stored) -> new Insertion.Inserted<>(open(stored));
            case Insertion.Repeated(var stored) -> new Insertion.Repeated<>(open(stored));
            case Insertion.KeyReused<BatchDocument> _ -> new Insertion.KeyReused<>();
            case Insertion.Taken(var field) -> new Insertion.Taken<>(field);
        };
    }

    @Override
    public Optional<Stored<PaymentBatch>> madeBy(String key) {
        return collection.findByUnique(REQUEST, key).map(MongoPaymentBatches::open);
    }

    @Override
    public Optional<Stored<PaymentBatch>> find(BatchId id) {
        return collection.find(id.value()).map(MongoPaymentBatches::open);
    }

    @Override
    public List<Stored<PaymentBatch>> list(String after, int limit) {
        return collection.list(after, limit).stream().map(MongoPaymentBatches::open).toList();
    }

    @Override
    public Optional<Stored<PaymentBatch>> change(
            BatchId id, OptionalLong expected, Function<PaymentBatch, PaymentBatch> decide) {
        return collection.change(id.value(), expected, stored -> change(open(stored), decide));
    }

    private Change<BatchDocument, Stored<PaymentBatch>> change(
            Stored<PaymentBatch> known, Function<PaymentBatch, PaymentBatch> decide) {
        PaymentBatch next = decide.apply(known.body());
        if (next.equals(known.body())) {
            return Change.none(known);
        }
        List<OutboundMessage> told = translator.announce(next);
        List<OutboundMessage> owed =
                told.equals(translator.announce(known.body())) ? List.of() : told;
        return Change.to(BatchDocument.from(next), owed, known.after(owed.size(), next));
    }

    @Override
    public void forEach(Consumer<BatchId> work) {
        forEach(BatchDocument.UNFINISHED, work);
    }

    @Override
    public void forEachSettled(Consumer<BatchId> work) {
        forEach(BatchDocument.STILL, work);
    }

    @Override
    public boolean erase(BatchId id, Predicate<PaymentBatch> isRight) {
        return collection.eraseOnceTold(id.value(), stored -> isRight.test(open(stored).body()));
    }

    private void forEach(String state, Consumer<BatchId> work) {
        collection.forEachIn(Set.of(state), id -> work.accept(new BatchId(id)));
    }

    private static Stored<PaymentBatch> open(Stored<BatchDocument> stored) {
        return stored.with(stored.body().toDomain(stored.id()));
    }
}
