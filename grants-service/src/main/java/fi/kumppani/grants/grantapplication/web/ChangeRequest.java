package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.costplan.CostPlanBody;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.grants.grantapplication.OtherGrant;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.Language;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A draft as it is to be from now on.
 *
 * @param totalCost what it costs as a whole, where the call grants a share of that
 * @param beginsOn the first day of what it is for, where the call asks
 * @param endsOn the last day
 * @param declared the ids of the call's declarations that are given
 * @param otherGrants what else supports the same purpose
 * @param costPlan what it costs by kind and what pays for it, where the call asks
 * @param email whom to write to; as before when absent, since nobody can read it back
 * @param language what they read
 */
record ChangeRequest(
        @NotBlank @Size(max = 5_000) String purpose,
        @NotNull Euros requested,
        @NotNull @Min(1) @Max(1_000) Integer events,
        @Nullable @Size(max = 5_000) String eventDescription,
        @Nullable Euros totalCost,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        @Nullable @Size(max = 20) List<@NotNull @Size(max = 40) String> declared,
        @Nullable @Size(max = OtherGrant.MOST) List<@NotNull @Valid OtherGrantBody> otherGrants,
        @Nullable @Valid CostPlanBody costPlan,
        @Nullable String email,
        @NotNull Language language) {

    /**
     * The proposal.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    Proposal proposal(ContactPoint contact) {
        return ProposedFields.read(
                purpose,
                requested,
                events,
                eventDescription,
                totalCost,
                beginsOn,
                endsOn,
                declared,
                otherGrants,
                costPlan,
                contact);
    }

    @Override
    public String toString() {
        return "ChangeRequest[]";
    }
}
