package fi.kumppani.events.registration;

/** How a registration came to its end. */
public enum Ending {
    /** Whoever registered gave it up. */
    GIVEN_UP,
    /** A coordinator cancelled it. */
    CANCELLED_BY_COORDINATOR,
    /** A coordinator did not approve it. */
    NOT_APPROVED,
    /** The form was not sent while its seats were held. */
    HOLD_LAPSED,
    /** A seat that was offered was not accepted in time. */
    OFFER_LAPSED,
    /** A seat that was offered was turned down. */
    OFFER_DECLINED,
    /** The address was not confirmed in time. */
    ADDRESS_NOT_CONFIRMED;

    /** Whether anybody is to hear of it; nobody knows who held seats for a form. */
    boolean isTold() {
        return this != HOLD_LAPSED;
    }
}
