package fi.kumppani.events.memo;

import fi.kumppani.events.event.EventId;

import java.util.Optional;

/** What is in the files that go with memos of the current municipality. */
public interface AttachedFiles {

    /** Keeps a content under a key that was never used before. */
    void keep(EventId event, String key, FileContent content);

    /** The content that is kept under a key. */
    Optional<FileContent> find(EventId event, String key);

    /** Erases a content for good; said again, it changes nothing. */
    void erase(EventId event, String key);
}
