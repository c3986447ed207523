package fi.kumppani.contracts.newsletter;

/** An issue went out to its frozen recipients. */
public record IssueSent(Issue issue) {
    public static final String TYPE = "newsletter.issue.sent.v1";
}
