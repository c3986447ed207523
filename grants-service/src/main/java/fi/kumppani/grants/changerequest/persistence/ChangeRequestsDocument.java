package fi.kumppani.grants.changerequest.persistence;

import fi.kumppani.grants.changerequest.ChangeRequest;
import fi.kumppani.grants.changerequest.ChangeRequests;
import fi.kumppani.grants.changerequest.GrantTerms;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.verdict.KeptMaker;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What was asked about a grant, as it is kept under its application's id. */
record ChangeRequestsDocument(List<RequestPart> all) {

    static ChangeRequestsDocument from(ChangeRequests requests) {
        return new ChangeRequestsDocument(requests.all().stream().map(RequestPart::from).toList());
    }

    ChangeRequests toDomain(String id) {
        return new ChangeRequests(
                new ApplicationId(id), all.stream().map(RequestPart::toDomain).toList());
    }

    /**
     * A request.
     *
     * @param withdrawnAt absent unless it was taken back
     * @param ruling absent unless it was decided
     */
    record RequestPart(
            int number,
            TermsPart wish,
            String reasons,
            Instant askedAt,
            String requestKey,
            String requestHash,
            @Nullable Instant withdrawnAt,
            @Nullable RulingPart ruling) {

        static RequestPart from(ChangeRequest request) {
            return new RequestPart(
                    request.number(),
                    TermsPart.from(request.wish()),
                    request.reasons(),
                    request.askedAt(),
                    request.request().key(),
                    request.request().contentHash(),
                    request.ending() instanceof ChangeRequest.Ending.Withdrawn(var at) ? at : null,
                    request.ending() instanceof ChangeRequest.Ending.Ruled ruled
                            ? RulingPart.from(ruled)
                            : null);
        }

        ChangeRequest toDomain() {
            return new ChangeRequest(
                    number,
                    wish.toDomain(),
                    reasons,
                    askedAt,
                    new Creation(requestKey, requestHash),
                    ending());
        }

        private ChangeRequest.@Nullable Ending ending() {
            if (ruling != null) {
                return ruling.toDomain();
            }
            return withdrawnAt == null ? null : new ChangeRequest.Ending.Withdrawn(withdrawnAt);
        }
    }

    record TermsPart(
            @Nullable String use, @Nullable LocalDate beginsOn, @Nullable LocalDate endsOn) {

        static TermsPart from(GrantTerms terms) {
            return new TermsPart(terms.use(), terms.beginsOn(), terms.endsOn());
        }

        GrantTerms toDomain() {
            return new GrantTerms(use, beginsOn, endsOn);
        }
    }

    record RulingPart(
            @Nullable TermsPart approved,
            KeptMaker maker,
            String decidedBy,
            LocalDate decidedOn,
            LocalizedText explanation) {

        static RulingPart from(ChangeRequest.Ending.Ruled ruled) {
            GrantTerms approved = ruled.approved();
            return new RulingPart(
                    approved == null ? null : TermsPart.from(approved),
                    KeptMaker.from(ruled.maker()),
                    ruled.decidedBy(),
                    ruled.decidedOn(),
                    ruled.explanation());
        }

        ChangeRequest.Ending.Ruled toDomain() {
            return new ChangeRequest.Ending.Ruled(
                    approved == null ? null : approved.toDomain(),
                    maker.toDomain(),
                    decidedBy,
                    decidedOn,
                    explanation);
        }
    }
}
