package fi.kumppani.events.memo;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.memo.Memos.Decision;
import fi.kumppani.kit.ids.Ids;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Coordinators write the memo of an event, publish it, and note what of it is done. */
@Service
public class WriteMemo {

    private final Events events;
    private final Memos memos;
    private final Ids ids;
    private final Clock clock;

    WriteMemo(Events events, Memos memos, Ids ids, Clock clock) {
        this.events = events;
        this.memos = memos;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** The memo as it is now. */
        record Kept(Memo memo) implements Outcome {}

        /** Somebody else wrote first. */
        record Stale() implements Outcome {}

        /** An action that was named is not there. */
        record UnknownAction(String id) implements Outcome {}

        /** The event has not begun, or is not announced, so there is nothing to tell of it. */
        record TooEarly() implements Outcome {}
    }

    /**
     * An action as it is written.
     *
     * @param id of the action it is; null for a new one
     * @param action what it is; its id does not count
     */
    public record Written(@Nullable String id, Action action) {}

    /**
     * The memo of an event.
     *
     * @param draftsToo whether one that is not published may be seen
     * @return empty when there is none
     */
    public Optional<Memo> of(EventId event, boolean draftsToo) {
        return memos.of(event).filter(memo -> draftsToo || memo instanceof Memo.Published);
    }

    /**
     * Writes the memo of an event anew; actions that are left out are gone.
     *
     * @param text its actions do not count
     * @param seen the version that was read; 0 for the first time
     * @return empty when there is no such event
     */
    public Optional<Outcome> write(EventId id, MemoText text, List<Written> actions, long seen) {
        return events.find(id).map(_ -> keep(id, text, actions, seen));
    }

    private Outcome keep(EventId id, MemoText text, List<Written> actions, long seen) {
        Optional<Memo> before = memos.of(id);
        for (Written each : actions) {
            String known = each.id();
            if (known != null && before.filter(memo -> memo.text().has(known)).isEmpty()) {
                return new Outcome.UnknownAction(known);
            }
        }
        MemoText whole = new MemoText(text.text(), text.sections(), named(actions));
        if (seen == 0) {
            return memos.begin(new Memo.Draft(id, 1, whole, Attachments.NONE))
                    .<Outcome>map(Outcome.Kept::new)
                    .orElseGet(Outcome.Stale::new);
        }
        return memos.decide(id, memo -> saying(memo, whole, seen)).orElseGet(Outcome.Stale::new);
    }

    private List<Action> named(List<Written> written) {
        List<Action> actions = new ArrayList<>();
        for (Written each : written) {
            Action action = each.action();
            actions.add(
                    new Action(
                            each.id() == null ? ids.next() : each.id(),
                            action.what(),
                            action.who(),
                            action.association(),
                            action.due(),
                            action.done()));
        }
        return actions;
    }

    private static Decision<Outcome> saying(Memo memo, MemoText text, long seen) {
        if (memo.version() != seen) {
            return new Decision<>(null, null, new Outcome.Stale());
        }
        if (memo.text().equals(text)) {
            return new Decision<>(null, null, new Outcome.Kept(memo));
        }
        Memo next = memo.saying(text);
        return new Decision<>(
                next,
                next instanceof Memo.Published published
                        ? new MemoHappening.Changed(published)
                        : null,
                new Outcome.Kept(next));
    }

    /**
     * Lets everybody read the memo; said again, it stays published.
     *
     * @param seen the version that was read
     * @return empty when there is no such event, or no memo of it
     */
    public Optional<Outcome> publish(EventId id, long seen) {
        Optional<Event> event = events.find(id);
        if (event.isEmpty()) {
            return Optional.empty();
        }
        boolean begun =
                !(event.get() instanceof Event.Draft)
                        && event.get().details().schedule().hasStarted(clock.instant());
        return memos.decide(id, memo -> publish(memo, begun, seen));
    }

    private Decision<Outcome> publish(Memo memo, boolean begun, long seen) {
        return switch (memo) {
            case Memo.Published done -> new Decision<>(null, null, new Outcome.Kept(done));
            case Memo.Draft draft when draft.version() != seen ->
                    new Decision<>(null, null, new Outcome.Stale());
            case Memo.Draft _ when !begun -> new Decision<>(null, null, new Outcome.TooEarly());
            case Memo.Draft draft -> {
                Memo.Published published =
                        draft.publish(clock.instant().truncatedTo(ChronoUnit.MILLIS));
                yield new Decision<>(
                        published,
                        new MemoHappening.Announced(published),
                        new Outcome.Kept(published));
            }
        };
    }

    /**
     * Notes that something is done, or open again.
     *
     * @param seen the version that was read
     * @return empty when there is no memo
     */
    public Optional<Outcome> follow(EventId id, String action, boolean done, long seen) {
        return memos.decide(
                id,
                memo ->
                        memo.text().has(action)
                                ? saying(memo, memo.text().with(action, done), seen)
                                : new Decision<>(null, null, new Outcome.UnknownAction(action)));
    }
}
