package fi.kumppani.grants.retention;

import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Proposal;

/** The same application with less in its proposal. */
final class Rewriting {

    private Rewriting() {}

    /**
     * An application to which nothing is under way, with another proposal.
     *
     * @throws IllegalStateException when something is
     */
    static GrantApplication with(GrantApplication known, Proposal next) {
        return switch (known) {
            case GrantApplication.Draft(var filing, _) -> new GrantApplication.Draft(filing, next);
            case GrantApplication.Withdrawn(var filing, _, var receipt, var at) ->
                    new GrantApplication.Withdrawn(filing, next, receipt, at);
            case GrantApplication.Transferred(var filing, _, var receipt, var transfer, var done) ->
                    new GrantApplication.Transferred(filing, next, receipt, transfer, done);
            case GrantApplication.Decided(var filing, _, var receipt, var decision, var earlier) ->
                    new GrantApplication.Decided(filing, next, receipt, decision, earlier);
            case GrantApplication.Submitted _,
                    GrantApplication.Supplementing _,
                    GrantApplication.Deciding _,
                    GrantApplication.Revising _ ->
                    throw new IllegalStateException("Something is under way to the application");
        };
    }
}
