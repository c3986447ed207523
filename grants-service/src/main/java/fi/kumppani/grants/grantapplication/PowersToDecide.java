package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;

import java.time.LocalDate;
import java.util.Optional;

/** Says who may decide what, by the municipality's administrative rules. */
public interface PowersToDecide {

    /**
     * Why somebody has no power to decide.
     *
     * @param maker in which capacity
     * @param by who decides, as the identity provider's opaque {@code sub}
     * @param kind of the call that the application answers
     * @param amount what would be granted in one decision; zero when nothing is
     * @param day of the decision
     * @return empty when they have it, or when the municipality had recorded no powers by that day
     */
    Optional<PowerLack> lack(
            DecisionMaker maker, String by, GrantKind kind, Euros amount, LocalDate day);

    /**
     * As {@link #lack}, of somebody whom a program names and whose role nobody has checked: as long
     * as the municipality has recorded no powers, they have none.
     */
    Optional<PowerLack> lackOfNamed(
            DecisionMaker maker, String by, GrantKind kind, Euros amount, LocalDate day);

    /**
     * Why somebody cannot record that a board took a decision up (kuntalaki 410/2015, 92 §), or
     * what it ruled then, up to whatever amount.
     *
     * @param board which one; an official takes nothing up
     * @return empty when they can, or when the municipality had recorded no powers by that day
     */
    Optional<PowerLack> lackToTakeUp(DecisionMaker board, String by, GrantKind kind, LocalDate day);
}
