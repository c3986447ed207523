package fi.kumppani.events.event;

/**
 * Who moved something, as the journal tells: a role, and for staff the opaque id of their account.
 *
 * @param value for example {@code registrant} or {@code coordinator:5f1c…}
 */
public record Actor(String value) {

    /** Whoever registered, or holds the link to the registration. */
    public static final Actor REGISTRANT = new Actor("registrant");

    /** The rules alone. */
    public static final Actor SYSTEM = new Actor("system");

    /** A coordinator. */
    public static Actor coordinator(String subject) {
        return new Actor("coordinator:" + subject);
    }

    /** Whoever imports history. */
    public static Actor importer(String subject) {
        return new Actor("import:" + subject);
    }
}
