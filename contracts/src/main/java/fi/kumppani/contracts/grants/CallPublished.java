package fi.kumppani.contracts.grants;

/** A call for applications is announced. */
public record CallPublished(Call call) {
    public static final String TYPE = "grants.call.published.v1";
}
