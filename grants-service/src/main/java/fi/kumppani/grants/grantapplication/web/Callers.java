package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.Mandates;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

/** What whoever makes a request may do about an association's applications. */
@Component
class Callers {

    private final Mandates mandates;

    Callers(Mandates mandates) {
        this.mandates = mandates;
    }

    /** Whether they may write for the association: by mandate, or as an officer on its behalf. */
    boolean mayWriteFor(CurrentUser user, AssociationId association) {
        return isHereAs(user, Role.GRANT_OFFICER) || mandates.permit(user.subject(), association);
    }

    /** Whether they may read the association's applications. */
    boolean mayReadOf(CurrentUser user, AssociationId association) {
        return isHereAs(user, Role.DECISION_MAKER) || mayWriteFor(user, association);
    }

    private static boolean isHereAs(CurrentUser user, Role role) {
        return user.actsIn(Tenancy.current()) && user.hasAnyOf(role);
    }
}
