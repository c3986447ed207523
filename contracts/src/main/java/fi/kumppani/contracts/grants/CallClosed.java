package fi.kumppani.contracts.grants;

/** A call for applications takes none any more. */
public record CallClosed(Call call) {
    public static final String TYPE = "grants.call.closed.v1";
}
