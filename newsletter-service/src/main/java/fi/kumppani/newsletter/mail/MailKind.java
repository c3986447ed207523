package fi.kumppani.newsletter.mail;

import java.util.stream.Stream;

/** What a mail tells; which service knows the recipient follows from it. */
public enum MailKind {
    REGISTRATION_CONFIRMED("registration-confirmed"),
    REGISTRATION_WAITLISTED("registration-waitlisted"),
    REGISTRATION_PROMOTED("registration-promoted"),
    REGISTRATION_CANCELLED("registration-cancelled"),
    REGISTRATION_REQUESTED("registration-requested"),
    REGISTRATION_OFFERED("registration-offered"),
    REGISTRATION_CHANGED("registration-changed"),
    REGISTRATION_TRANSFERRED("registration-transferred"),
    REGISTRATION_HANDED_OVER("registration-handed-over"),
    REGISTRATION_REPEATED("registration-repeated"),
    SERIES_JOINED("series-joined"),
    EVENT_CHANGED("event-changed"),
    EVENT_POSTPONED("event-postponed"),
    EVENT_CANCELLED("event-cancelled"),
    EVENT_REMINDER("event-reminder"),
    EVENT_MEMO("event-memo"),
    EVENT_FEEDBACK("event-feedback"),
    GRANT_DECIDED("grant-decided"),
    GRANT_REVISED("grant-revised"),
    GRANT_SUPPLEMENT("grant-supplement"),
    GRANT_CLOSING_SOON("grant-closing-soon"),
    GRANT_ACCOUNT_CHANGING("grant-account-changing"),
    SUBSCRIPTION_CONFIRMATION("subscription-confirmation");

    private final String wireName;

    MailKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in messages, requests and documents. */
    public String wireName() {
        return wireName;
    }

    /**
     * The kind with this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static MailKind ofWireName(String name) {
        return Stream.of(values())
                .filter(kind -> kind.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of mail " + name));
    }
}
