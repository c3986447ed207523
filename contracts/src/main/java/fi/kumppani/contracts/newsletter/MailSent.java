package fi.kumppani.contracts.newsletter;

/** The SMTP server took the mail over. */
public record MailSent(Mail mail) {
    public static final String TYPE = "newsletter.mail.sent.v1";
}
