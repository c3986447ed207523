package fi.kumppani.contracts.newsletter;

/** A letter came back, or its reader complained about it. */
public record MailBounced(Bounce bounce) {
    public static final String TYPE = "newsletter.mail.bounced.v1";
}
