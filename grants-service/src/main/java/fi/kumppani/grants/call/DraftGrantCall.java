package fi.kumppani.grants.call;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** An officer plans a call: anew, or from one of another year. */
@Service
public class DraftGrantCall {

    private final GrantCalls calls;
    private final Ids ids;

    DraftGrantCall(GrantCalls calls, Ids ids) {
        this.calls = calls;
        this.ids = ids;
    }

    /**
     * Keeps a draft with these terms; the same request again finds the first one.
     *
     * @param publishAt when it is published by itself; null for not before an officer does
     */
    public Insertion<GrantCall> draft(
            CallTerms terms, @Nullable Instant publishAt, Creation creation) {
        return calls.add(new GrantCall.Draft(new CallId(ids.next()), terms, publishAt), creation);
    }

    /**
     * Keeps a draft with the terms of another call, moved to another year; the same request again
     * finds the first one. The copy is published by nobody but an officer.
     *
     * @param year the budget year of the copy, 1990 to 2100
     * @return empty when there is no such call
     */
    public Optional<Insertion<GrantCall>> copy(CallId original, int year, Creation creation) {
        return calls.find(original)
                .map(found -> draft(found.body().terms().forYear(year), null, creation));
    }

    /**
     * Writes a draft anew.
     *
     * @param expected the version the officer has seen
     * @return empty when there is no such call
     */
    public Optional<Change> change(
            CallId id, long expected, CallTerms terms, @Nullable Instant publishAt) {
        return calls.change(
                id,
                OptionalLong.of(expected),
                stored ->
                        switch (stored.body()) {
                            case GrantCall.Draft draft -> {
                                GrantCall next = draft.with(terms, publishAt);
                                yield CallMove.keep(next, new Change.Kept(stored.after(0, next)));
                            }
                            case GrantCall.Announced _ ->
                                    CallMove.stay(
                                            new Change.Refused(
                                                    GrantCall.Refusal.ALREADY_PUBLISHED));
                        });
    }

    /** What came of changing a draft. */
    public sealed interface Change {

        /** The draft as it now is. */
        record Kept(Stored<GrantCall> call) implements Change {}

        /** It stays as it was. */
        record Refused(GrantCall.Refusal reason) implements Change {}
    }
}
