package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.scheme.GrantKind;

import java.util.Optional;

/** Says who may decide what, by the municipality's administrative rules. */
public interface PowersToDecide {

    /**
     * Why whoever wants to decide has no power to, on the day of the decision.
     *
     * @param kind of the call that the application answers
     * @return empty when they have, or when the municipality had recorded no powers by that day
     */
    Optional<PowerLack> lack(DecisionRequest asked, GrantKind kind);
}
