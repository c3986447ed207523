package fi.kumppani.events.event;

/** Whom an event is meant for; everybody is welcome unless the rules of registration say else. */
public enum Audience {
    /** Everybody who lives there. */
    RESIDENTS,
    /** Those who act in associations. */
    ASSOCIATIONS,
    /** Elected officials (luottamushenkilöt). */
    ELECTED_OFFICIALS,
    /** Those who work for the municipality. */
    STAFF,
    /** Volunteers, and those who might become some. */
    VOLUNTEERS,
    /** Older people. */
    OLDER_PEOPLE,
    /** Young people. */
    YOUNG_PEOPLE,
    /** Families with children. */
    FAMILIES,
    /** People with a disability. */
    DISABLED_PEOPLE,
    /** Those who have moved to Finland. */
    NEWCOMERS
}
