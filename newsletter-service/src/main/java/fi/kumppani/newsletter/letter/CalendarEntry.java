package fi.kumppani.newsletter.letter;

/**
 * What a letter tells the reader's calendar (RFC 5546).
 *
 * @param method what is asked of the calendar
 * @param content the calendar object as text (RFC 5545)
 */
public record CalendarEntry(Method method, String content) {

    /** What is asked of a calendar. */
    public enum Method {
        /** To hold the entry, as it is told now. */
        REQUEST,
        /** To hold it no more. */
        CANCEL
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "CalendarEntry[" + method + "]";
    }
}
