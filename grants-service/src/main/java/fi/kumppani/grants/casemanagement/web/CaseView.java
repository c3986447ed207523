package fi.kumppani.grants.casemanagement.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.casemanagement.CaseFile;
import fi.kumppani.grants.grantapplication.verdict.VerdictBody;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How far a case is.
 *
 * @param status opened, proposed, sent, deciding or decided
 * @param proposal the latest; absent while there is none or it was given back
 * @param refused the last decision that could not be carried out, if none could after it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseView(
        String applicationId,
        String caseNumber,
        Instant openedAt,
        String status,
        @Nullable ProposalView proposal,
        @Nullable RefusedView refused) {

    /** A proposal with all of it. */
    record ProposalView(int number, VerdictBody verdict, Instant proposedAt) {

        static ProposalView of(CaseFile.CaseProposal proposal) {
            return new ProposalView(
                    proposal.number(), VerdictBody.of(proposal.verdict()), proposal.at());
        }
    }

    /**
     * A decision that could not be carried out.
     *
     * @param reason the code of why
     */
    record RefusedView(String reason, Instant at) {}

    static CaseView of(CaseFile file) {
        CaseFile.Head head = file.head();
        CaseFile.CaseProposal proposal = proposal(file);
        CaseFile.RefusedDecision refused = head.refused();
        return new CaseView(
                head.application().value(),
                head.caseNumber(),
                head.openedAt(),
                file.status(),
                proposal == null ? null : ProposalView.of(proposal),
                refused == null ? null : new RefusedView(refused.reason(), refused.at()));
    }

    /** What is proposed; null when nothing is. */
    static CaseFile.@Nullable CaseProposal proposal(CaseFile file) {
        return switch (file) {
            case CaseFile.Opened _ -> null;
            case CaseFile.Proposed proposed -> proposed.proposal();
            case CaseFile.Sent sent -> sent.proposal();
            case CaseFile.Deciding deciding -> deciding.proposal();
            case CaseFile.Decided decided -> decided.proposal();
        };
    }
}
