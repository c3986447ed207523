package fi.kumppani.newsletter.issue;

import fi.kumppani.newsletter.dispatch.Work;

/** Whoever sends issues is told of one here. */
@FunctionalInterface
public interface IssueWaker {

    /** There is an issue to send. */
    void wake(Work issue);
}
