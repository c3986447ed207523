package fi.kumppani.grants.casemanagement.persistence;

import fi.kumppani.grants.casemanagement.CaseFile;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.verdict.KeptMaker;
import fi.kumppani.grants.grantapplication.verdict.KeptVerdict;
import fi.kumppani.kit.store.Creation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A case as it is kept, under its application's id.
 *
 * @param proposal absent while nothing is proposed
 * @param request absent until a decision came
 */
record CaseFileDocument(
        String state,
        String caseNumber,
        Instant openedAt,
        int proposals,
        @Nullable RefusedPart refused,
        @Nullable ProposalPart proposal,
        @Nullable RequestPart request) {

    static final String DECIDING = "deciding";

    static CaseFileDocument from(CaseFile file) {
        return switch (file) {
            case CaseFile.Opened(_) -> from(file, null, null);
            case CaseFile.Proposed(_, var proposal) -> from(file, proposal, null);
            case CaseFile.Sent(_, var proposal) -> from(file, proposal, null);
            case CaseFile.Deciding(_, var proposal, var request) -> from(file, proposal, request);
            case CaseFile.Decided(_, var proposal, var request) -> from(file, proposal, request);
        };
    }

    private static CaseFileDocument from(
            CaseFile file,
            CaseFile.@Nullable CaseProposal proposal,
            @Nullable DecisionRequest request) {
        CaseFile.Head head = file.head();
        CaseFile.RefusedDecision refused = head.refused();
        return new CaseFileDocument(
                file.status(),
                head.caseNumber(),
                head.openedAt(),
                head.proposals(),
                refused == null ? null : new RefusedPart(refused.reason(), refused.at()),
                proposal == null ? null : ProposalPart.from(proposal),
                request == null ? null : RequestPart.from(request));
    }

    CaseFile toDomain(String id) {
        var head =
                new CaseFile.Head(
                        new ApplicationId(id),
                        caseNumber,
                        openedAt,
                        proposals,
                        refused == null
                                ? null
                                : new CaseFile.RefusedDecision(refused.reason(), refused.at()));
        return switch (state) {
            case "opened" -> new CaseFile.Opened(head);
            case "proposed" -> new CaseFile.Proposed(head, proposed());
            case "sent" -> new CaseFile.Sent(head, proposed());
            case DECIDING -> new CaseFile.Deciding(head, proposed(), received());
            case "decided" -> new CaseFile.Decided(head, proposed(), received());
            default -> throw new IllegalStateException("An unknown state is kept: " + state);
        };
    }

    private CaseFile.CaseProposal proposed() {
        return Objects.requireNonNull(proposal).toDomain();
    }

    private DecisionRequest received() {
        return Objects.requireNonNull(request).toDomain();
    }

    record RefusedPart(String reason, Instant at) {}

    record ProposalPart(int number, KeptVerdict verdict, String by, Instant at) {

        static ProposalPart from(CaseFile.CaseProposal proposal) {
            return new ProposalPart(
                    proposal.number(),
                    KeptVerdict.from(proposal.verdict()),
                    proposal.by(),
                    proposal.at());
        }

        CaseFile.CaseProposal toDomain() {
            return new CaseFile.CaseProposal(number, verdict.toDomain(), by, at);
        }
    }

    record RequestPart(
            KeptVerdict verdict,
            KeptMaker maker,
            String decidedBy,
            LocalDate decidedOn,
            String requestKey,
            String requestHash) {

        static RequestPart from(DecisionRequest request) {
            return new RequestPart(
                    KeptVerdict.from(request.verdict()),
                    KeptMaker.from(request.maker()),
                    request.decidedBy(),
                    request.decidedOn(),
                    request.request().key(),
                    request.request().contentHash());
        }

        DecisionRequest toDomain() {
            return new DecisionRequest(
                    verdict.toDomain(),
                    maker.toDomain(),
                    decidedBy,
                    decidedOn,
                    new Creation(requestKey, requestHash));
        }
    }
}
