package fi.kumppani.grants.payment;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** The batches of all municipalities that nothing was left of half made. */
public interface SettledBatches {

    /** Shows each of them, within its own municipality. */
    void forEachSettled(Consumer<BatchId> work);

    /**
     * Erases a batch of the current municipality for good, if that is right as it stands and all it
     * had to tell is told.
     *
     * @return whether it was erased by this
     */
    boolean erase(BatchId id, Predicate<PaymentBatch> isRight);
}
