package fi.kumppani.contracts.newsletter;

/**
 * A crash came while the mail was in flight (RFC 1047); it was sent again under the same
 * Message-ID.
 */
public record MailUncertain(Mail mail) {
    public static final String TYPE = "newsletter.mail.uncertain.v1";
}
