package fi.kumppani.newsletter.subscription;

/** For whom a list is meant; anybody may read it. */
public enum Audience {
    EVERYBODY,
    RESIDENTS,
    ASSOCIATIONS,
    OFFICIALS
}
