package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.Mandates;
import fi.kumppani.grants.consortium.Partner;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.grants.interest.JudgeImpartiality;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Optional;

/** What whoever makes a request may do about an association's applications. */
@Service
public class Callers {

    private final Mandates mandates;
    private final JudgeImpartiality impartiality;
    private final FinishDecision finishDecision;
    private final BlindRounds blindRounds;

    Callers(
            Mandates mandates,
            JudgeImpartiality impartiality,
            FinishDecision finishDecision,
            BlindRounds blindRounds) {
        this.mandates = mandates;
        this.impartiality = impartiality;
        this.finishDecision = finishDecision;
        this.blindRounds = blindRounds;
    }

    /**
     * Lets nobody pass but who may write for the association: by mandate, or as an officer on its
     * behalf.
     *
     * @throws fi.kumppani.kit.problem.Problem 403 for people of the municipality, also for an
     *     officer who is not impartial; 404 for others
     */
    public void requireWriterFor(CurrentUser user, AssociationId association) {
        if (mandates.permit(user.subject(), association)) {
            return;
        }
        if (!isHereAs(user, Role.GRANT_OFFICER)) {
            throw user.actsIn(Tenancy.current()) ? Problems.missingRole() : Problems.notFound();
        }
        pass(impartiality.towards(user.subject(), association));
    }

    /**
     * The application, for whoever may read it: those who apply by mandate, and officers and
     * decision makers unless they are disqualified. A decision that was left under way is finished
     * first.
     *
     * @throws fi.kumppani.kit.problem.Problem 404 when there is none, or they may not know of it;
     *     403 for the disqualified
     */
    public Stored<GrantApplication> readable(ApplicationId id, CurrentUser user) {
        Stored<GrantApplication> found = finishDecision.load(id).orElseThrow(Problems::notFound);
        if (actsForOneOf(user, found.body())) {
            return found;
        }
        if (!isHereAs(user, Role.GRANT_OFFICER, Role.DECISION_MAKER)) {
            throw Problems.notFound();
        }
        requireImpartial(found.body(), user);
        return found;
    }

    /**
     * The same, for what names who applies: not for officials from whom a blind review keeps it.
     *
     * @throws fi.kumppani.kit.problem.Problem as for reading; 403 {@code blind-round}
     */
    public GrantApplication readableWithApplicant(ApplicationId id, CurrentUser user) {
        GrantApplication found = readable(id, user).body();
        requireToldWhoApplies(found, user);
        return found;
    }

    /** How much somebody may read of an application. */
    public enum Sight {
        /** All of it. */
        WHOLE,
        /** All but who applies, which a blind review keeps from them. */
        WITHOUT_APPLICANT
    }

    /** How much somebody who may read this application may read of it. */
    public Sight sight(CurrentUser user, GrantApplication application) {
        return blindRounds.of(List.of(application), user.subject()).isEmpty()
                        || actsForOneOf(user, application)
                ? Sight.WHOLE
                : Sight.WITHOUT_APPLICANT;
    }

    /**
     * Lets nobody pass from whom a blind review keeps who applies.
     *
     * @throws fi.kumppani.kit.problem.Problem 403 {@code blind-round}
     */
    public void requireToldWhoApplies(GrantApplication application, CurrentUser user) {
        if (sight(user, application) == Sight.WITHOUT_APPLICANT) {
            throw Problems.barred("blind-round", "not-assigned");
        }
    }

    /**
     * The application, for somebody who is to take part in handling it: whoever acts for its
     * applicant as well is disqualified like others. That the role is right has been checked.
     *
     * @throws fi.kumppani.kit.problem.Problem 404 when there is none; 403 for the disqualified
     */
    public Stored<GrantApplication> handleable(ApplicationId id, CurrentUser user) {
        Stored<GrantApplication> found = finishDecision.load(id).orElseThrow(Problems::notFound);
        requireImpartial(found.body(), user);
        return found;
    }

    private void requireImpartial(GrantApplication application, CurrentUser user) {
        pass(impartiality.stop(user.subject(), application.matter()));
    }

    private static void pass(Optional<Disqualification> disqualification) {
        disqualification.ifPresent(
                why -> {
                    throw why.problem();
                });
    }

    /**
     * The application, for whoever may write it: its applicant by mandate, and officers unless a
     * blind review keeps from them who applies.
     *
     * @throws fi.kumppani.kit.problem.Problem as for reading; 403 when they may only read it
     */
    public Stored<GrantApplication> writable(ApplicationId id, CurrentUser user) {
        Stored<GrantApplication> found = readable(id, user);
        return mandates.permit(user.subject(), found.body().filing().applicant())
                ? found
                : byOfficer(found, user);
    }

    /**
     * The application, for whoever acts for its applicant by mandate; no office lets anybody.
     *
     * @throws fi.kumppani.kit.problem.Problem as for reading; 403 when they may only read it
     */
    public Stored<GrantApplication> byMandate(ApplicationId id, CurrentUser user) {
        Stored<GrantApplication> found = readable(id, user);
        if (!mandates.permit(user.subject(), found.body().filing().applicant())) {
            throw Problems.missingRole();
        }
        return found;
    }

    /**
     * The application, for whoever may fill in its form: who may write it, and partners that have
     * joined.
     *
     * @throws fi.kumppani.kit.problem.Problem as for writing
     */
    public Stored<GrantApplication> fillable(ApplicationId id, CurrentUser user) {
        Stored<GrantApplication> found = readable(id, user);
        boolean asPartner =
                found.body().proposal().partners().all().stream()
                        .filter(Partner::hasJoined)
                        .anyMatch(each -> mandates.permit(user.subject(), each.association()));
        return asPartner ? found : writable(id, user);
    }

    /**
     * Lets nobody pass but who may speak for a partner of an application: by mandate for it, or as
     * an officer on its behalf.
     *
     * @throws fi.kumppani.kit.problem.Problem as for reading; 403 when they may only read it
     */
    public void requireSpeakerOf(AssociationId partner, ApplicationId id, CurrentUser user) {
        if (!mandates.permit(user.subject(), partner)) {
            var _ = byOfficer(readable(id, user), user);
        }
    }

    private Stored<GrantApplication> byOfficer(Stored<GrantApplication> found, CurrentUser user) {
        if (!isHereAs(user, Role.GRANT_OFFICER)) {
            throw Problems.missingRole();
        }
        requireImpartial(found.body(), user);
        requireToldWhoApplies(found.body(), user);
        return found;
    }

    /**
     * The application with its decision, for whoever may read it.
     *
     * @throws fi.kumppani.kit.problem.Problem as for reading; 404 while it is not decided
     */
    public GrantApplication.Decided decided(ApplicationId id, CurrentUser user) {
        return decided(readable(id, user));
    }

    /** The same, for whoever may claim another one: each of those who apply, and officers. */
    public GrantApplication.Decided decidedToClaim(ApplicationId id, CurrentUser user) {
        Stored<GrantApplication> found = readable(id, user);
        return decided(actsForOneOf(user, found.body()) ? found : writable(id, user));
    }

    /** The same, for whoever may write the application. */
    public GrantApplication.Decided decidedToWrite(ApplicationId id, CurrentUser user) {
        return decided(writable(id, user));
    }

    /** The same, for somebody who is to take part in handling it. */
    public GrantApplication.Decided decidedToHandle(ApplicationId id, CurrentUser user) {
        return decided(handleable(id, user));
    }

    private static GrantApplication.Decided decided(Stored<GrantApplication> application) {
        return application.body().decided().orElseThrow(Problems::notFound);
    }

    private boolean actsForOneOf(CurrentUser user, GrantApplication application) {
        return application.matter().applicants().stream()
                .anyMatch(each -> mandates.permit(user.subject(), each));
    }

    private static boolean isHereAs(CurrentUser user, Role... roles) {
        return user.actsIn(Tenancy.current()) && user.hasAnyOf(roles);
    }
}
