package fi.kumppani.kit.contacts;

/**
 * A calendar object that goes with a mail, so that the reader's calendar follows what the mail
 * tells (RFC 5546).
 *
 * @param method {@code REQUEST} or {@code CANCEL}
 * @param content the object as text (RFC 5545)
 */
public record CalendarPart(String method, String content) {

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "CalendarPart[method=" + method + "]";
    }
}
