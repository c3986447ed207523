package fi.kumppani.newsletter.issue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Which issues were sent, for each list of the current municipality. */
public interface Archive {

    /**
     * An issue that was sent.
     *
     * @param issueId the issue
     * @param sentAt when sending began
     */
    record Entry(String issueId, Instant sentAt) {}

    /** Files an issue, once. Waits while the store is away. */
    void file(String listId, Entry entry);

    /** What is filed for the lists, newest first. */
    List<Entry> of(Collection<String> listIds);
}
