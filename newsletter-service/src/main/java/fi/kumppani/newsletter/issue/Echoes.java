package fi.kumppani.newsletter.issue;

import java.util.Map;

/** What came back of the letters of the current municipality's issues. */
public interface Echoes {

    /** What can come back. */
    enum Kind {
        /** The letter was not delivered. */
        BOUNCED,
        /** Its reader says that it is unwanted. */
        COMPLAINT
    }

    /**
     * Notes that something came back; once for a letter, however often it is noted.
     *
     * @param letterId the left part of the letter's Message-ID; nothing is noted of a mail that
     *     belongs to no issue
     */
    void note(String letterId, Kind kind);

    /** How many letters of an issue something came back of. */
    Map<Kind, Integer> count(String issueId);
}
