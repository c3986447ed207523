package fi.kumppani.events.feed;

import fi.kumppani.kit.text.EmailAddress;

import java.time.Instant;

/**
 * Somebody's seat as a mail tells it to their calendar (RFC 5546): an entry of its own that moves
 * with the event and goes with the seat.
 *
 * @param uid the same for as long as the seat is theirs, and nobody else's
 * @param sequence grows with whatever the entry tells, so that the latest wins in whatever order
 *     mails arrive
 * @param toldAt when the mail is sent
 * @param holds whether the seat is theirs and the event is not called off
 * @param organiser whom answers go to
 * @param organiserName the municipality in the reader's language
 * @param attendee whose seat it is
 */
public record SeatEntry(
        String uid,
        int sequence,
        Instant toldAt,
        boolean holds,
        EmailAddress organiser,
        String organiserName,
        EmailAddress attendee) {

    /** What the calendar is asked to do. */
    public String method() {
        return holds ? "REQUEST" : "CANCEL";
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "SeatEntry[uid=" + uid + ", sequence=" + sequence + "]";
    }
}
