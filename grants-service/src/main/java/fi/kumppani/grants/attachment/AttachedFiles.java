package fi.kumppani.grants.attachment;

import fi.kumppani.kit.file.FileContent;

import java.util.Optional;

/** What is in the files that go with applications of the current municipality. */
public interface AttachedFiles {

    /** Keeps a content under a key that was never used before. */
    void keep(String key, FileContent content);

    /** The content that is kept under a key. */
    Optional<FileContent> find(String key);

    /** Erases a content for good; said again, it changes nothing. */
    void erase(String key);
}
