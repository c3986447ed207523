package fi.kumppani.events.door;

/** As what people come, in the words of the gatherings that are counted. */
public enum Category {
    /** For an association (järjestötoimija). */
    ASSOCIATION,
    /** As an elected official (luottamushenkilö). */
    ELECTED,
    /** As somebody who works for the municipality (työntekijä). */
    STAFF,
    /** As a resident. */
    RESIDENT,
    /** As something else, or nobody said. */
    OTHER
}
