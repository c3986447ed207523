package fi.kumppani.events.memo;

import fi.kumppani.events.event.EventId;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Memos without a store. */
final class InMemoryMemos implements Memos {

    private final Map<EventId, Memo> memos = new HashMap<>();

    @Override
    public Optional<Memo> of(EventId event) {
        return Optional.ofNullable(memos.get(event));
    }

    @Override
    public Optional<Memo> begin(Memo.Draft draft) {
        return memos.putIfAbsent(draft.event(), draft) == null
                ? Optional.of(draft)
                : Optional.empty();
    }

    @Override
    public <R> Optional<R> decide(EventId event, Function<Memo, Decision<R>> decide) {
        return of(event)
                .map(decide)
                .map(
                        decision -> {
                            if (decision.next() != null) {
                                memos.put(event, decision.next());
                            }
                            return decision.answer();
                        });
    }
}
