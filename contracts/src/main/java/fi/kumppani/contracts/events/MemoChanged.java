package fi.kumppani.contracts.events;

/** A published memo says something else, or something that was agreed is done. */
public record MemoChanged(Memo memo) {
    public static final String TYPE = "events.memo.changed.v1";
}
