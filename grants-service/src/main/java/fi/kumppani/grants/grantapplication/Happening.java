package fi.kumppani.grants.grantapplication;

/** What others are told about an application. */
public sealed interface Happening {

    /** Somebody began to write it. */
    record Started(GrantApplication.Draft application) implements Happening {}

    /** It arrived in time. */
    record Arrived(GrantApplication.Submitted application) implements Happening {}

    /** Its applicant is to complete it. */
    record SupplementAsked(GrantApplication.Supplementing application) implements Happening {}

    /** It was completed in time. */
    record Supplemented(GrantApplication.Submitted application) implements Happening {}

    /** Its applicant took it back. */
    record TakenBack(GrantApplication.Withdrawn application) implements Happening {}

    /** It goes on under another call. */
    record Moved(GrantApplication.Transferred application) implements Happening {}

    /** Its decision was replaced. */
    record Revised(GrantApplication.Decided application) implements Happening {}

    /** It was decided. */
    record Ended(GrantApplication.Decided application) implements Happening {}
}
