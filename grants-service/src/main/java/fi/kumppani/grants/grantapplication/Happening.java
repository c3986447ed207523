package fi.kumppani.grants.grantapplication;

/** What others are told about an application. */
public sealed interface Happening {

    /** It arrived in time. */
    record Arrived(GrantApplication.Submitted application) implements Happening {}

    /** It was decided. */
    record Ended(GrantApplication.Decided application) implements Happening {}
}
