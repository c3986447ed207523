package fi.kumppani.grants.payment;

import java.util.function.Consumer;

/** The batches of all municipalities that a crash may have left half moved. */
public interface UnfinishedBatches {

    /** Shows each of them, within its own municipality. */
    void forEach(Consumer<BatchId> work);
}
