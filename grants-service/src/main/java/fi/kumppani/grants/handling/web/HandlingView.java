package fi.kumppani.grants.handling.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.costplan.CostPlanBody;
import fi.kumppani.grants.grantapplication.ConcealApplicant;
import fi.kumppani.grants.grantapplication.FilledForm;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.handling.Assignment;
import fi.kumppani.grants.handling.Look;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How an application is handled, as one of those who handle it sees it.
 *
 * @param state waiting, in-handling, or reviewed once its round is closed
 * @param status of the application, such as {@code submitted}
 * @param associationId who applies; not told in a blind review until its round is closed, but to
 *     whom it is assigned
 * @param blind whether the reader is not told
 * @param proposal what is applied for
 * @param roundClosed whether no more reviews are taken
 * @param reviewsGiven how many there are
 * @param ownReviewGiven whether the reader gave one; before that, or the end of the round, the
 *     others and the score are not told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HandlingView(
        String applicationId,
        String callId,
        String state,
        String status,
        @Nullable String associationId,
        boolean blind,
        ProposalPart proposal,
        @Nullable AssignmentPart assignment,
        boolean roundClosed,
        long reviewsGiven,
        boolean ownReviewGiven,
        List<ReviewView> reviews,
        @Nullable ScoreView score) {

    static HandlingView of(
            GrantApplication application, Look look, ProposalPart proposal, String reader) {
        boolean blind = look.isBlindTo(reader);
        return new HandlingView(
                application.filing().id().value(),
                application.filing().call().value(),
                WireCodes.of(look.state()),
                application.status(),
                blind ? null : application.filing().applicant().value(),
                blind,
                proposal,
                look.row().assignment() == null
                        ? null
                        : AssignmentPart.of(look.row().assignment(), reader),
                look.isRoundOver(),
                look.row().counting(),
                look.row().reviewOf(reader).isPresent(),
                look.reviewsFor(reader).stream().map(each -> ReviewView.of(each, reader)).toList(),
                look.scoreFor(reader).map(ScoreView::of).orElse(null));
    }

    /** What is applied for, without who applies. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProposalPart(
            @Nullable String purpose,
            Euros requested,
            int events,
            @Nullable String eventDescription,
            @Nullable Euros totalCost,
            @Nullable CostPlanBody costPlan,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn,
            @Nullable Map<String, Map<String, Object>> answers) {

        static ProposalPart of(Proposal proposal) {
            FilledForm form = proposal.form();
            return new ProposalPart(
                    proposal.purpose(),
                    proposal.requested(),
                    proposal.events(),
                    proposal.eventDescription(),
                    proposal.totalCost(),
                    CostPlanBody.maybe(proposal.plan().costs()),
                    proposal.beginsOn(),
                    proposal.endsOn(),
                    form == null ? null : form.answers().sections());
        }

        /** The same with nothing that names who applies. */
        ProposalPart concealed(ConcealApplicant.Told told) {
            return new ProposalPart(
                    told.purpose(),
                    requested,
                    events,
                    told.eventDescription(),
                    totalCost,
                    costPlan,
                    beginsOn,
                    endsOn,
                    told.answers());
        }
    }

    /**
     * Whose work it is.
     *
     * @param officer as the identity provider knows them
     * @param mine whether it is the reader's
     */
    record AssignmentPart(String officer, boolean mine, Instant since) {

        static AssignmentPart of(Assignment assignment, String reader) {
            return new AssignmentPart(
                    assignment.officer(), assignment.officer().equals(reader), assignment.since());
        }
    }
}
