package fi.kumppani.contracts.grants;

/** Money of a call's budget was appropriated, moved or restated; the later message counts. */
public record LedgerChanged(Ledger ledger) {
    public static final String TYPE = "grants.ledger.changed.v1";
}
