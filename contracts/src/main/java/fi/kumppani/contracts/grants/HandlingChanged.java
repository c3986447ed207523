package fi.kumppani.contracts.grants;

/** Handling an application went on; the later message counts. */
public record HandlingChanged(Handling handling) {
    public static final String TYPE = "grants.handling.changed.v1";
}
