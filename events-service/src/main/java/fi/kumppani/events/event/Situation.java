package fi.kumppani.events.event;

import java.time.Instant;

/** How an event stands for who looks at it now: its state, its seats and the clock together. */
public enum Situation {
    /** Not announced. */
    DRAFT,
    /** One may register later. */
    NOT_YET_OPEN,
    /** One may register, and there are seats. */
    OPEN,
    /** One may register, and would wait for a seat. */
    FULL,
    /** One cannot register any more, or not here. */
    CLOSED,
    /** It will be held some other time. */
    POSTPONED,
    /** It has been held. */
    HELD,
    /** It is put away. */
    ARCHIVED,
    /** It will not be held. */
    CANCELLED;

    /** The situation of an event at this moment. */
    public static Situation of(Event event, Instant now) {
        return switch (event) {
            case Event.Draft _ -> DRAFT;
            case Event.Cancelled _ -> CANCELLED;
            case Event.Published published -> of(published, now);
        };
    }

    private static Situation of(Event.Published event, Instant now) {
        return switch (event.standing().phase()) {
            case ARCHIVED -> ARCHIVED;
            case POSTPONED -> POSTPONED;
            case COMING -> {
                if (event.details().schedule().isOver(now)) {
                    yield HELD;
                }
                if (!event.takesRegistrations(now)) {
                    yield opensLater(event, now) ? NOT_YET_OPEN : CLOSED;
                }
                boolean seats = event.seating().free() > 0 && event.seating().waiting() == 0;
                yield seats ? OPEN : FULL;
            }
        };
    }

    private static boolean opensLater(Event.Published event, Instant now) {
        return event.details().particulars().enrolment().isHere()
                && !event.rules().isOpen(now)
                && event.details().schedule().takesRegistrations(now);
    }
}
