package fi.kumppani.events.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was noted about one registration. It is a set: in whatever order notes come, and however
 * often, the same set says the same.
 *
 * @param heard the notes that hold, by time and id
 */
public record Arrival(List<Heard> heard) {

    private static final Comparator<Heard> IN_TIME =
            Comparator.comparing(Heard::at).thenComparing(Heard::note);

    /** Nobody has come. */
    public static final Arrival NONE = new Arrival(List.of());

    /**
     * One of the notes.
     *
     * @param note its id
     * @param people how many had come
     * @param category as what
     * @param said whether somebody said so; else it is what the registration suggests
     */
    public record Heard(String note, Instant at, int people, Category category, boolean said) {}

    /** Puts the notes in order. */
    public Arrival {
        heard = heard.stream().sorted(IN_TIME).toList();
    }

    /** With one more note. */
    public Arrival with(Heard more) {
        List<Heard> all = new ArrayList<>(heard);
        all.add(more);
        return new Arrival(all);
    }

    /** Without a note that was a mistake. */
    public Arrival without(String note) {
        return new Arrival(heard.stream().filter(each -> !each.note().equals(note)).toList());
    }

    /** The note that came first; empty when nobody has come. */
    public Optional<Heard> first() {
        return heard.stream().findFirst();
    }

    /** How many of the party have come: the most that anybody noted. */
    public int people() {
        return heard.stream().mapToInt(Heard::people).max().orElse(0);
    }

    /** As what they came: what was said first; empty when nobody has come. */
    public Optional<Category> category() {
        return heard.stream().filter(Heard::said).findFirst().or(this::first).map(Heard::category);
    }

    /** How many notes say again what the first one said. */
    public int repeats() {
        return Math.max(0, heard.size() - 1);
    }
}
