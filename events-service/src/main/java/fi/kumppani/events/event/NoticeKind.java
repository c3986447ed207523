package fi.kumppani.events.event;

import fi.kumppani.kit.text.WireCodes;

/** What those who registered are told about an event. */
public enum NoticeKind {
    /** It is held at another time or place, or one takes part in another way. */
    CHANGED,
    /** It is put off. */
    POSTPONED,
    /** It is called off. */
    CANCELLED,
    /** It is soon. */
    REMINDER,
    /** Its memo can be read. */
    MEMO,
    /** One can say how it was. */
    FEEDBACK;

    /** The name of the mail that tells it, such as {@code event-changed}. */
    public String code() {
        return "event-" + WireCodes.of(this);
    }
}
