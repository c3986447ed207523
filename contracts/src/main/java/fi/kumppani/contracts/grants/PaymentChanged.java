package fi.kumppani.contracts.grants;

/** A batch of payments was collected, approved, exported or answered; the later message counts. */
public record PaymentChanged(PaymentBatch batch) {
    public static final String TYPE = "grants.payment.changed.v1";
}
