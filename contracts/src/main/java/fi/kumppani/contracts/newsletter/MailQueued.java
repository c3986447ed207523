package fi.kumppani.contracts.newsletter;

/** A mail waits for its turn. */
public record MailQueued(Mail mail) {
    public static final String TYPE = "newsletter.mail.queued.v1";
}
