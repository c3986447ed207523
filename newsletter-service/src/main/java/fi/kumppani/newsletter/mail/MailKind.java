package fi.kumppani.newsletter.mail;

import java.util.Optional;
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
    GRANT_TRANSFERRED("grant-transferred"),
    GRANT_CLOSING_SOON("grant-closing-soon"),
    GRANT_ACCOUNT_CHANGING("grant-account-changing"),
    GRANT_REPORT_DUE("grant-report-due"),
    GRANT_REPORT_OVERDUE("grant-report-overdue"),
    GRANT_REPORT_SUPPLEMENT("grant-report-supplement"),
    GRANT_REPORT_CONCLUDED("grant-report-concluded"),
    GRANT_CHANGE_RULED("grant-change-ruled"),
    GRANT_RECOVERY_PROPOSED("grant-recovery-proposed"),
    GRANT_RECOVERY_DECIDED("grant-recovery-decided"),
    GRANT_RULING("grant-ruling"),
    GRANT_LOAN_DUE("grant-loan-due"),
    GRANT_LOAN_OVERDUE("grant-loan-overdue"),
    ASSOCIATION_CONFIRMATION("association-confirmation"),
    SURVEY_INVITATION("survey-invitation"),
    ASSOCIATION_INVITATION("association-invitation"),
    SUBSCRIPTION_CONFIRMATION("subscription-confirmation"),
    SUBSCRIPTION_WELCOME("subscription-welcome"),
    SUBSCRIPTION_PREFERENCES("subscription-preferences");

    private final String wireName;

    MailKind(String wireName) {
        this.wireName = wireName;
    }

    /**
     * Whether its reader waits for it: anybody can ask for a subscription in their name, and others
     * invite them.
     */
    public boolean isAwaited() {
        return switch (this) {
            case ASSOCIATION_INVITATION,
                    SUBSCRIPTION_CONFIRMATION,
                    SUBSCRIPTION_WELCOME,
                    SUBSCRIPTION_PREFERENCES ->
                    false;
            default -> true;
        };
    }

    /** The name in messages, requests and documents. */
    public String wireName() {
        return wireName;
    }

    /** The kind with this name, if there is one. */
    public static Optional<MailKind> named(String name) {
        return Stream.of(values()).filter(kind -> kind.wireName.equals(name)).findFirst();
    }
}
