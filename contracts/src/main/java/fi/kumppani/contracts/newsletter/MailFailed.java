package fi.kumppani.contracts.newsletter;

/** The mail will not be delivered. */
public record MailFailed(Mail mail) {
    public static final String TYPE = "newsletter.mail.failed.v1";
}
