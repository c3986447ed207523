package fi.kumppani.events.event;

/**
 * What is known about getting in and taking part, in the words of Lähellä.fi; events must tell it
 * where the law on digital services asks for it.
 */
public enum Accessibility {
    /** One gets in with a wheelchair. */
    WHEELCHAIR,
    /** One gets in with a rollator. */
    ROLLATOR,
    /** There is an induction loop. */
    INDUCTION_LOOP,
    /** There is an accessible toilet. */
    ACCESSIBLE_TOILET,
    /** There is an accessible place to park. */
    PARKING,
    /** Nobody has found out. */
    UNKNOWN
}
