package fi.kumppani.grants.history;

import org.jspecify.annotations.Nullable;

/** What became of one row of an import. */
public sealed interface ImportedRow {

    /**
     * It is kept now.
     *
     * @param id of the call or the application it became
     * @param diaryNumber the number of an application; absent for a call
     */
    record Imported(String id, @Nullable String diaryNumber) implements ImportedRow {}

    /**
     * The same row was imported before; nothing was changed.
     *
     * @param id of the call or the application it became
     * @param diaryNumber the number of an application; absent for a call
     */
    record Unchanged(String id, @Nullable String diaryNumber) implements ImportedRow {}

    /** Nothing was changed. */
    record Refused(Reason reason) implements ImportedRow {}

    /** Why a row is not taken. */
    enum Reason {
        /** A row with this key and other content was imported before. */
        KEY_REUSED,
        /** No call was imported under the key given. */
        CALL_UNKNOWN,
        /** The registry has not told of this association, or not yet. */
        ASSOCIATION_UNKNOWN,
        /** More than the call's cap for one application. */
        OVER_CAP,
        /** More than was asked for. */
        OVER_REQUESTED,
        /** The call's budget does not suffice. */
        BUDGET_EXCEEDED
    }
}
