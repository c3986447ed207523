package fi.kumppani.newsletter.sender;

/**
 * A text record that a domain is to publish.
 *
 * @param kind what it is for
 * @param name where
 * @param value what
 * @param seen whether it was there when somebody looked last
 */
public record WantedRecord(Kind kind, String name, String value, boolean seen) {

    /** What a record is for. */
    public enum Kind {
        SPF,
        DKIM,
        DMARC
    }
}
