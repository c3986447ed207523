package fi.kumppani.contracts.grants;

/** Something was done to tell of a decision, or turned out; the later message counts. */
public record NotificationChanged(Notification notification) {
    public static final String TYPE = "grants.notification.changed.v1";
}
