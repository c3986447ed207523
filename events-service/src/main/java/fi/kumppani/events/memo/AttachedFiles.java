package fi.kumppani.events.memo;

import fi.kumppani.events.event.EventId;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.util.List;
import java.util.Optional;

/** What is in the files that go with memos of the current municipality. */
public interface AttachedFiles {

    /** Keeps a content under a key that was never used before. */
    void keep(EventId event, String key, FileContent content);

    /** The content that is kept under a key. */
    Optional<FileContent> find(EventId event, String key);

    /**
     * Where contents are kept, in all municipalities: what a job looks through at its start and
     * rarely after.
     *
     * @param after only those behind this one; empty for the beginning
     * @param limit the most to give
     */
    List<Kept> locate(String after, int limit);

    /**
     * A content that is kept.
     *
     * @param position where it stands among all
     * @param municipality whose it is
     * @param key a UUIDv7
     */
    record Kept(String position, MunicipalityCode municipality, EventId event, String key) {}

    /** Erases a content for good; said again, it changes nothing. */
    void erase(EventId event, String key);
}
