package fi.kumppani.grants.grantapplication;

/** Makes the links to a decision that go out with mails. */
public interface DecisionLinks {

    /** A token with which whoever holds it sees the decision on an application for a while. */
    String token(ApplicationId application);
}
