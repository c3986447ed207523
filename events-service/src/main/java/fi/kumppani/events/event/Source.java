package fi.kumppani.events.event;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/**
 * Where an event was taken over from.
 *
 * @param system the system that keeps it
 * @param id its id there
 * @param page a page about it there
 * @param hash of what it was there when it was last taken over, so that only news from there undo
 *     what was written here
 * @param keywords what it is about there
 * @param waitsFor id there of the event it is a part of, as long as that one is not known here
 */
public record Source(
        String system,
        String id,
        @Nullable URI page,
        String hash,
        List<Keyword> keywords,
        @Nullable String waitsFor) {

    /** Copies the keywords. */
    public Source {
        keywords = List.copyOf(keywords);
    }

    /** Of an event that is a part of none, and of which the source says no keywords. */
    public Source(String system, String id, @Nullable URI page, String hash) {
        this(system, id, page, hash, List.of(), null);
    }

    /** The same, as soon as the event is known that it is a part of. */
    public Source waitingForNone() {
        return new Source(system, id, page, hash, keywords, null);
    }
}
