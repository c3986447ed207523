package fi.kumppani.events.registration;

/** Why something that is asked about a registration is not done. */
public enum Refusal {
    /** The event is not announced yet. */
    NOT_PUBLISHED,
    /** The event will not be held. */
    EVENT_CANCELLED,
    /** One registers for a part of it, somewhere else, or not at all. */
    NOT_HERE,
    /** It will be held some other time that is not known yet. */
    EVENT_POSTPONED,
    /** The event has begun. */
    EVENT_STARTED,
    /** One cannot register yet. */
    NOT_OPEN_YET,
    /** It is too late. */
    DEADLINE_PASSED,
    /** The mailbox has registered, and has not given up. */
    ALREADY_REGISTERED,
    /** As many wait as may. */
    WAITING_LIST_FULL,
    /** The association has all the seats it may have. */
    ASSOCIATION_HAS_ITS_SEATS,
    /** The workshop group is full. */
    GROUP_FULL,
    /** No seat is free, or others wait for it. */
    NO_SEAT_FREE,
    /** Seats are not held at this event, or too many are held already. */
    NO_HOLDS,
    /** The hold is over. */
    HOLD_LAPSED,
    /** The offer is over. */
    OFFER_LAPSED,
    /** Nothing was offered. */
    NOTHING_OFFERED,
    /** It has ended. */
    REGISTRATION_ENDED,
    /** It waits for no approval. */
    NOT_REQUESTED,
    /** It waits for no seat. */
    NOT_WAITING,
    /** There is no deputy. */
    NO_DEPUTY
}
