package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.Mandates;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

/** What whoever makes a request may do about an association's applications. */
@Service
public class Callers {

    private final Mandates mandates;
    private final FinishDecision finishDecision;

    Callers(Mandates mandates, FinishDecision finishDecision) {
        this.mandates = mandates;
        this.finishDecision = finishDecision;
    }

    /**
     * Lets nobody pass but who may write for the association: by mandate, or as an officer on its
     * behalf.
     *
     * @throws fi.kumppani.kit.problem.Problem 403 for people of the municipality, 404 for others
     */
    public void requireWriterFor(CurrentUser user, AssociationId association) {
        if (!mayWriteFor(user, association)) {
            throw user.actsIn(Tenancy.current()) ? Problems.missingRole() : Problems.notFound();
        }
    }

    /**
     * The application, for whoever may read it; a decision that was left under way is finished
     * first.
     *
     * @throws fi.kumppani.kit.problem.Problem 404 when there is none, or they may not know of it
     */
    public Stored<GrantApplication> readable(ApplicationId id, CurrentUser user) {
        return finishDecision
                .load(id)
                .filter(found -> mayReadOf(user, found.body().filing().applicant()))
                .orElseThrow(Problems::notFound);
    }

    /**
     * The application, for whoever may write it.
     *
     * @throws fi.kumppani.kit.problem.Problem 404 as for reading; 403 when they may only read it
     */
    public Stored<GrantApplication> writable(ApplicationId id, CurrentUser user) {
        Stored<GrantApplication> found = readable(id, user);
        if (!mayWriteFor(user, found.body().filing().applicant())) {
            throw Problems.missingRole();
        }
        return found;
    }

    /**
     * The application with its decision, for whoever may read it.
     *
     * @throws fi.kumppani.kit.problem.Problem 404 as for reading, and while it is not decided
     */
    public GrantApplication.Decided decided(ApplicationId id, CurrentUser user) {
        return readable(id, user).body().decided().orElseThrow(Problems::notFound);
    }

    private boolean mayWriteFor(CurrentUser user, AssociationId association) {
        return isHereAs(user, Role.GRANT_OFFICER) || mandates.permit(user.subject(), association);
    }

    private boolean mayReadOf(CurrentUser user, AssociationId association) {
        return isHereAs(user, Role.DECISION_MAKER) || mayWriteFor(user, association);
    }

    private static boolean isHereAs(CurrentUser user, Role role) {
        return user.actsIn(Tenancy.current()) && user.hasAnyOf(role);
    }
}
