package fi.kumppani.grants.eligibility.web;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.Mandates;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.eligibility.AskEligibility;
import fi.kumppani.grants.eligibility.Plan;
import fi.kumppani.grants.interest.JudgeImpartiality;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.Tenancy;

import jakarta.validation.Valid;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;

/** Answers whether one could apply, before any work is done. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/calls/{id}/eligibility")
class EligibilityController {

    private final AskEligibility askEligibility;
    private final Mandates mandates;
    private final JudgeImpartiality impartiality;
    private final Clock clock;

    EligibilityController(
            AskEligibility askEligibility,
            Mandates mandates,
            JudgeImpartiality impartiality,
            Clock clock) {
        this.askEligibility = askEligibility;
        this.mandates = mandates;
        this.impartiality = impartiality;
        this.clock = clock;
    }

    /** What each rule answers, yes or no because, for whoever may apply for the association. */
    @OpenToSignedIn(byMandate = true)
    @PostMapping
    EligibilityView ask(
            @PathVariable String id,
            @Valid @RequestBody EligibilityRequest request,
            CurrentUser user) {
        AssociationId association = new AssociationId(request.associationId());
        boolean officer = user.actsIn(Tenancy.current()) && user.hasAnyOf(Role.GRANT_OFFICER);
        if (!officer && !mandates.permit(user.subject(), association)) {
            throw user.actsIn(Tenancy.current()) ? Problems.missingRole() : Problems.notFound();
        }
        if (!mandates.permit(user.subject(), association)) {
            impartiality
                    .towards(user.subject(), association)
                    .ifPresent(
                            why -> {
                                throw why.problem();
                            });
        }
        Plan plan = request.plan();
        return askEligibility
                .ask(new CallId(id), association, request.partners(clock.instant()), plan)
                .map(answered -> EligibilityView.of(answered, plan))
                .orElseThrow(Problems::notFound);
    }

    /**
     * What each rule answers to anybody, as far as it can be told without knowing who they are;
     * nothing is kept.
     *
     * @param said what they say of an association and its plan, as query parameters
     */
    @OpenToAll
    @RateLimited
    @GetMapping
    EligibilityView askForAnybody(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> said) {
        AnybodysQuestion question = AnybodysQuestion.read(said);
        return askEligibility
                .askForAnybody(new CallId(id), question.anybody(), question.plan())
                .map(answered -> EligibilityView.of(answered, question.plan()))
                .orElseThrow(Problems::notFound);
    }
}
