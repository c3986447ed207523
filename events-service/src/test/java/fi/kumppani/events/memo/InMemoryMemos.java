package fi.kumppani.events.memo;

import fi.kumppani.events.event.EventId;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.util.HashMap;
import java.util.List;
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
    public List<Located> drafts(String after, int limit) {
        return memos.values().stream()
                .filter(Memo.Draft.class::isInstance)
                .map(memo -> memo.event().value())
                .filter(id -> id.compareTo(after) > 0)
                .sorted()
                .limit(limit)
                .map(id -> new Located(id, new MunicipalityCode("743")))
                .toList();
    }

    @Override
    public void erase(EventId event) {
        memos.remove(event);
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
