package fi.kumppani.newsletter.link;

import java.util.Map;

/** How often the links of the current municipality's issues were opened. */
public interface Hits {

    /**
     * Adds to the counts of an issue.
     *
     * @param more by the position of the link in the issue, from 0
     */
    void add(String issueId, Map<Integer, Long> more);

    /** The counts of an issue, by the position of the link; a link nobody opened has none. */
    Map<Integer, Long> of(String issueId);
}
