package fi.kumppani.newsletter.link;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a municipality has the links in its letters counted, and since when. They are not, unless
 * it said so.
 *
 * @param history each time it said something else than before, oldest first
 */
public record LinkCounting(List<Switch> history) {

    /** Nothing was ever counted. */
    public static final LinkCounting NEVER = new LinkCounting(List.of());

    /** Copies the list. */
    public LinkCounting {
        history = List.copyOf(history);
    }

    /**
     * Something else than before.
     *
     * @param at from then on
     * @param on whether links are counted
     */
    public record Switch(Instant at, boolean on) {}

    /** Whether they are counted now. */
    public boolean isOn() {
        return !history.isEmpty() && history.getLast().on();
    }

    /** Whether they were counted at a time; what an issue said then stays true of it. */
    public boolean wasOnAt(Instant time) {
        return history.stream()
                .filter(each -> !each.at().isAfter(time))
                .reduce((_, later) -> later)
                .filter(Switch::on)
                .isPresent();
    }

    /** Counted from now on; the very same if they are. */
    LinkCounting on(Instant now) {
        return isOn() ? this : with(new Switch(now, true));
    }

    /** Not counted from now on; the very same if they are not. */
    LinkCounting off(Instant now) {
        return isOn() ? with(new Switch(now, false)) : this;
    }

    private LinkCounting with(Switch more) {
        return new LinkCounting(Stream.concat(history.stream(), Stream.of(more)).toList());
    }
}
