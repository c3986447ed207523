package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.scheme.CostPlan;
import fi.kumppani.grants.scheme.CostShare;
import fi.kumppani.grants.scheme.EligibilityRule;

/** What can be granted for each kind of costs: what was applied for, and what the call accepts. */
final class CostLimits {

    private CostLimits() {}

    /** Whether a verdict keeps to them; one that is given as a whole does. */
    static boolean areKept(Verdict verdict, Proposal proposal, CallTerms call) {
        if (!(verdict instanceof Verdict.Grant grant)) {
            return true;
        }
        CostPlan applied = proposal.plan().costs();
        return (applied == null || applied.covers(grant.shares()))
                && call.scheme().rules().stream()
                        .filter(EligibilityRule.CostsByKind.class::isInstance)
                        .map(EligibilityRule.CostsByKind.class::cast)
                        .allMatch(
                                rule ->
                                        grant.shares().stream()
                                                .allMatch(share -> accepts(rule, share)));
    }

    private static boolean accepts(EligibilityRule.CostsByKind rule, CostShare share) {
        return rule.accepted(share.category())
                .filter(kind -> kind.of(share.amount()).equals(share.amount()))
                .isPresent();
    }
}
