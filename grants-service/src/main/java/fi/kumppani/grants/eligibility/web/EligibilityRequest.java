package fi.kumppani.grants.eligibility.web;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.consortium.Partner;
import fi.kumppani.grants.consortium.Partners;
import fi.kumppani.grants.costplan.CostPlanBody;
import fi.kumppani.grants.eligibility.Plan;
import fi.kumppani.grants.scheme.CostPlan;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Whether an association could apply; all but the association may be left out until it is known.
 *
 * @param associationId who would apply
 * @param requested the amount asked for
 * @param totalCost what it costs as a whole
 * @param events how many events it is for
 * @param beginsOn the first day of what it is for
 * @param endsOn the last day
 * @param declared the ids of the call's declarations that would be given
 * @param costPlan what it costs by kind and what pays for it
 * @param partnerIds who would apply together with the association
 */
record EligibilityRequest(
        @NotBlank @Size(max = 64) String associationId,
        @Nullable Euros requested,
        @Nullable Euros totalCost,
        @Nullable @Min(1) @Max(1_000) Integer events,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        @Nullable @Size(max = 20) List<@NotNull @Size(max = 40) String> declared,
        @Nullable @Valid CostPlanBody costPlan,
        @Nullable @Size(max = Partners.MOST) List<@NotBlank @Size(max = 64) String> partnerIds) {

    /** Those who would apply together, as if all had joined. */
    Partners partners(Instant now) {
        return partnerIds == null
                ? Partners.NONE
                : new Partners(
                        partnerIds.stream()
                                .distinct()
                                .filter(each -> !each.equals(associationId))
                                .map(each -> new Partner(new AssociationId(each), now))
                                .toList());
    }

    /**
     * The plan.
     *
     * @throws fi.kumppani.kit.problem.Problem that names the field at fault
     */
    Plan plan() {
        if (beginsOn != null && endsOn != null && endsOn.isBefore(beginsOn)) {
            throw Problems.invalid("endsOn", "before-beginning", "Not before it begins");
        }
        FieldErrors errors = new FieldErrors();
        CostPlan costs = costPlan == null ? null : costPlan.read(errors);
        errors.throwIfAny();
        return new Plan(
                requested,
                totalCost,
                events == null ? 1 : events,
                beginsOn,
                endsOn,
                declared == null ? Set.of() : Set.copyOf(declared),
                costs);
    }
}
