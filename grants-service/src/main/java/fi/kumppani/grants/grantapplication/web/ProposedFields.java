package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.costplan.CostPlanBody;
import fi.kumppani.grants.eligibility.Plan;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.scheme.CostPlan;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Reads what a new draft and a changed one have in common. */
final class ProposedFields {

    private ProposedFields() {}

    static Proposal read(
            String purpose,
            Euros requested,
            int events,
            @Nullable String eventDescription,
            @Nullable Euros totalCost,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn,
            @Nullable List<String> declared,
            @Nullable List<OtherGrantBody> otherGrants,
            @Nullable CostPlanBody costPlan,
            ContactPoint contact) {
        FieldErrors errors = new FieldErrors();
        if (requested.cents() == 0) {
            errors.add("requested", "not-positive", "More than nothing");
        }
        if (totalCost != null && requested.exceeds(totalCost)) {
            errors.add("totalCost", "under-requested", "At least what is asked for");
        }
        if (beginsOn != null && endsOn != null && endsOn.isBefore(beginsOn)) {
            errors.add("endsOn", "before-beginning", "Not before it begins");
        }
        CostPlan costs = costPlan == null ? null : costPlan.read(requested, totalCost, errors);
        errors.throwIfAny();
        return new Proposal(
                purpose,
                eventDescription,
                new Plan(
                        requested,
                        totalCost == null && costs != null ? costs.total() : totalCost,
                        events,
                        beginsOn,
                        endsOn,
                        declared == null ? Set.of() : Set.copyOf(declared),
                        costs),
                contact,
                OtherGrantBody.read(otherGrants));
    }
}
