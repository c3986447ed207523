package fi.kumppani.events.event;

/** What came of a coordinator's move of an event. */
public sealed interface EventOutcome {

    /** It is as they wanted. */
    record Done(Event event) implements EventOutcome {}

    /** Somebody else changed it first. */
    record Stale() implements EventOutcome {}

    /** It stays as it was. */
    record Refused(Reason reason) implements EventOutcome {}

    /** Why an event stays as it was. */
    enum Reason {
        /** It is still a draft. */
        NOT_PUBLISHED,
        /** It is cancelled for good. */
        EVENT_CANCELLED,
        /** It is over. */
        EVENT_OVER,
        /** It is not over yet. */
        EVENT_NOT_OVER,
        /** It is announced, and stays known for good. */
        ALREADY_PUBLISHED,
        /** More people have a seat than it would have seats. */
        CAPACITY_BELOW_CONFIRMED,
        /** It is held however many come. */
        NO_MINIMUM,
        /** It is decided already that it is held. */
        ALREADY_ASSURED,
        /** It waits for another time. */
        EVENT_POSTPONED,
        /** It has begun. */
        EVENT_STARTED
    }
}
