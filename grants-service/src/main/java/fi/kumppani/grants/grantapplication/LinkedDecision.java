package fi.kumppani.grants.grantapplication;

/** What the links in mails about an application allow. */
public final class LinkedDecision {

    /** To read the application's decision. */
    public static final String VIEW = "application.view";

    /** All links of an application are of the first generation; nothing revokes them yet. */
    public static final long GENERATION = 1;

    private LinkedDecision() {}
}
