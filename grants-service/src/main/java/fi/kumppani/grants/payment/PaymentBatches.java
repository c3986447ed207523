package fi.kumppani.grants.payment;

import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The batches of the current municipality. */
public interface PaymentBatches {

    /** Keeps a new batch and tells of it, unless the same request made it before. */
    Insertion<PaymentBatch> add(PaymentBatch batch);

    /** The batch that a request with this key made. */
    Optional<Stored<PaymentBatch>> madeBy(String key);

    /** A batch. */
    Optional<Stored<PaymentBatch>> find(BatchId id);

    /**
     * The batches in the order they were made.
     *
     * @param after only those behind this one; empty for the beginning
     * @param limit the most to give
     */
    List<Stored<PaymentBatch>> list(String after, int limit);

    /**
     * Changes a batch and tells of it, in one write; asks again when somebody else wrote in
     * between, so the question must have no effects. A batch that stays the same is not written.
     *
     * @param expected the version the caller has seen, if they must have seen the current one
     * @return as it then is; empty when there is no such batch
     */
    Optional<Stored<PaymentBatch>> change(
            BatchId id, OptionalLong expected, Function<PaymentBatch, PaymentBatch> decide);
}
