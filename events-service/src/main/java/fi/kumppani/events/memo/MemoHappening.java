package fi.kumppani.events.memo;

/** What happened to a memo that others must know. */
public sealed interface MemoHappening {

    /** The memo as it is now. */
    Memo.Published memo();

    /** Everybody may read it. */
    record Announced(Memo.Published memo) implements MemoHappening {}

    /** It says something else, or something it speaks of is done. */
    record Changed(Memo.Published memo) implements MemoHappening {}
}
