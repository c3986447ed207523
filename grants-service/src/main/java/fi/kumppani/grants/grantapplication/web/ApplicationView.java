package fi.kumppani.grants.grantapplication.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.consortium.Partner;
import fi.kumppani.grants.costplan.CostPlanBody;
import fi.kumppani.grants.costplan.ShareBody;
import fi.kumppani.grants.grantapplication.ConcealApplicant;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.FilledForm;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.grantapplication.Receipt;
import fi.kumppani.grants.grantapplication.Supplement;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.grants.grantapplication.verdict.MakerBody;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An application as its applicant and the officers read it; the e-mail address stays inside.
 *
 * @param associationId who applies; in a blind review not told to officials but the one whom it is
 *     assigned to, nor are files, other grants, partners, the language and where it was before
 * @param costPlan what it costs by kind and what pays for it; absent when not told
 * @param supplement what is to be completed, and until when
 * @param transferredTo the application as which it goes on under another call
 * @param transferredFrom the application that it was before, under another call
 * @param status draft, submitted, supplementing, withdrawn, transferred, deciding, granted,
 *     partly-granted, refused or not-examined
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApplicationView(
        String id,
        String status,
        @Nullable String diaryNumber,
        String callId,
        @Nullable String associationId,
        int year,
        @Nullable String purpose,
        Euros requested,
        int events,
        @Nullable String eventDescription,
        @Nullable Euros totalCost,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        List<String> declared,
        @Nullable Language language,
        @Nullable FormPart form,
        List<AttachmentView> attachments,
        List<OtherGrantBody> otherGrants,
        @Nullable CostPlanBody costPlan,
        List<PartnerView> partners,
        @Nullable Instant submittedAt,
        @Nullable SupplementView supplement,
        @Nullable DecisionView decision,
        @Nullable String transferredTo,
        @Nullable String transferredFrom,
        boolean imported) {

    static ApplicationView of(GrantApplication application) {
        return switch (application) {
            case GrantApplication.Draft draft -> of(draft, null, null, null);
            case GrantApplication.Submitted submitted ->
                    of(submitted, submitted.receipt(), null, null);
            case GrantApplication.Supplementing waiting ->
                    of(waiting, waiting.receipt(), SupplementView.of(waiting.supplement()), null);
            case GrantApplication.Withdrawn withdrawn ->
                    of(withdrawn, withdrawn.receipt(), null, null);
            case GrantApplication.Transferred transferred ->
                    of(transferred, transferred.receipt(), null, null);
            case GrantApplication.Deciding deciding -> of(deciding, deciding.receipt(), null, null);
            case GrantApplication.Decided decided -> decided(decided);
            case GrantApplication.Revising revising -> decided(revising.standing());
        };
    }

    private static ApplicationView decided(GrantApplication.Decided decided) {
        return of(decided, decided.receipt(), null, DecisionView.of(decided));
    }

    private static ApplicationView of(
            GrantApplication application,
            @Nullable Receipt receipt,
            @Nullable SupplementView supplement,
            @Nullable DecisionView decision) {
        Proposal proposal = application.proposal();
        ContactPoint contact = proposal.contact();
        return new ApplicationView(
                application.filing().id().value(),
                application.status(),
                receipt == null ? null : receipt.number().toString(),
                application.filing().call().value(),
                application.filing().applicant().value(),
                application.filing().year(),
                proposal.purpose(),
                proposal.requested(),
                proposal.events(),
                proposal.eventDescription(),
                proposal.totalCost(),
                proposal.beginsOn(),
                proposal.endsOn(),
                proposal.declared().stream().sorted().toList(),
                contact == null ? null : contact.language(),
                proposal.form() == null ? null : FormPart.of(proposal.form()),
                proposal.attachments().listed().stream().map(AttachmentView::of).toList(),
                proposal.otherGrants().stream().map(OtherGrantBody::of).toList(),
                CostPlanBody.maybe(proposal.plan().costs()),
                proposal.partners().all().stream().map(PartnerView::of).toList(),
                receipt == null ? null : receipt.at(),
                supplement,
                decision,
                application instanceof GrantApplication.Transferred gone
                        ? gone.transfer().to().value()
                        : null,
                receipt == null || receipt.from() == null ? null : receipt.from().value(),
                application.filing().imported());
    }

    /** The same with nothing that names who applies. */
    ApplicationView concealed(ConcealApplicant.Told told) {
        return new ApplicationView(
                id,
                status,
                diaryNumber,
                callId,
                null,
                year,
                told.purpose(),
                requested,
                events,
                told.eventDescription(),
                totalCost,
                beginsOn,
                endsOn,
                declared,
                null,
                form == null || told.answers() == null
                        ? null
                        : new FormPart(form.id(), form.version(), told.answers()),
                List.of(),
                List.of(),
                costPlan,
                List.of(),
                submittedAt,
                supplement,
                decision,
                null,
                null,
                imported);
    }

    /**
     * Who applies together with the association.
     *
     * @param joinedAt when it said that it takes part; absent until then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartnerView(String associationId, @Nullable Instant joinedAt) {

        static PartnerView of(Partner partner) {
            return new PartnerView(partner.association().value(), partner.joinedAt());
        }
    }

    /**
     * What is answered to the call's form.
     *
     * @param answers by section and question
     */
    record FormPart(String id, int version, Map<String, Map<String, Object>> answers) {

        static FormPart of(FilledForm form) {
            return new FormPart(form.form().value(), form.version(), form.answers().sections());
        }
    }

    /**
     * What is to be completed.
     *
     * @param dueOn the last day for it
     */
    record SupplementView(LocalizedText what, LocalDate dueOn) {

        static SupplementView of(Supplement supplement) {
            return new SupplementView(supplement.what(), supplement.dueOn());
        }
    }

    /**
     * A decision.
     *
     * @param outcome {@code granted}, {@code partly-granted}, {@code refused} or {@code
     *     not-examined}
     * @param shares what it is granted for, by kind of costs
     * @param explanation more about the reasons
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionView(
            String id,
            String outcome,
            Euros granted,
            List<ShareBody> shares,
            List<ReasonView> reasons,
            @Nullable LocalizedText explanation,
            MakerBody maker,
            LocalDate decidedOn) {

        static DecisionView of(GrantApplication.Decided decided) {
            Decision decision = decided.decision();
            return new DecisionView(
                    decision.id().value(),
                    decided.outcome().code(),
                    decision.granted(),
                    decision.request().verdict() instanceof Verdict.Grant grant
                            ? grant.shares().stream().map(ShareBody::of).toList()
                            : List.of(),
                    decision.reasons().stream().map(ReasonView::of).toList(),
                    decision.request().verdict().grounds().explanation(),
                    MakerBody.of(decision.request().maker()),
                    decision.request().decidedOn());
        }
    }
}
