package fi.kumppani.registry.association.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.registry.association.Representatives;

import org.springframework.stereotype.Component;

/** Who keeps the data of an association right: its representatives, and coordinators for all. */
@Component
final class Keepers {

    private final Representatives representatives;

    Keepers(Representatives representatives) {
        this.representatives = representatives;
    }

    /**
     * Lets coordinators pass, and who has a mandate for the association.
     *
     * @throws fi.kumppani.kit.problem.Problem 403 for others of the municipality, 404 for all else
     */
    void require(CurrentUser user, String association) {
        boolean coordinates = user.actsIn(Tenancy.current()) && user.hasAnyOf(Role.COORDINATOR);
        if (!coordinates) {
            requireMandate(user, association);
        }
    }

    /**
     * Lets only those pass who have a mandate for the association: they speak for it.
     *
     * @throws fi.kumppani.kit.problem.Problem 403 for others of the municipality, 404 for all else
     */
    void requireMandate(CurrentUser user, String association) {
        if (!representatives.mayChange(user.subject(), association)) {
            throw user.actsIn(Tenancy.current()) ? Problems.missingRole() : Problems.notFound();
        }
    }
}
