package fi.kumppani.contracts.events;

/** Everybody may read the memo of an event. */
public record MemoPublished(Memo memo) {
    public static final String TYPE = "events.memo.published.v1";
}
