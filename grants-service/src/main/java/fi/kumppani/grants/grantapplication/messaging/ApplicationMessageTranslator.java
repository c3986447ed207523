package fi.kumppani.grants.grantapplication.messaging;

import fi.kumppani.contracts.grants.Application;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.contracts.grants.ApplicationRevised;
import fi.kumppani.contracts.grants.ApplicationStarted;
import fi.kumppani.contracts.grants.ApplicationSubmitted;
import fi.kumppani.contracts.grants.ApplicationSupplemented;
import fi.kumppani.contracts.grants.ApplicationTransferred;
import fi.kumppani.contracts.grants.ApplicationWithdrawn;
import fi.kumppani.contracts.grants.SupplementRequested;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.Filing;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Happening;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.grantapplication.Receipt;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;

/** Says in the words of the contracts what happened to an application; nothing of people. */
@Component
class ApplicationMessageTranslator implements MessageTranslator<Happening> {

    private static final String SUBMITTED = "submitted";
    private static final String SUPPLEMENTING = "supplementing";
    private static final String WITHDRAWN = "withdrawn";
    private static final String TRANSFERRED = "transferred";

    @Override
    public List<OutboundMessage> announce(Happening happening) {
        return List.of(
                switch (happening) {
                    case Happening.Started(var draft) ->
                            message(
                                    ApplicationStarted.TYPE,
                                    draft,
                                    new ApplicationStarted(
                                            draft.filing().id().value(),
                                            draft.filing().call().value(),
                                            draft.filing().applicant().value()));
                    case Happening.Arrived(var submitted) ->
                            message(
                                    ApplicationSubmitted.TYPE,
                                    submitted,
                                    new ApplicationSubmitted(told(submitted)));
                    case Happening.SupplementAsked(var waiting) ->
                            message(
                                    SupplementRequested.TYPE,
                                    waiting,
                                    new SupplementRequested(
                                            told(
                                                    waiting.filing(),
                                                    waiting.proposal(),
                                                    waiting.receipt(),
                                                    SUPPLEMENTING,
                                                    null),
                                            waiting.supplement().dueOn()));
                    case Happening.Supplemented(var submitted) ->
                            message(
                                    ApplicationSupplemented.TYPE,
                                    submitted,
                                    new ApplicationSupplemented(told(submitted)));
                    case Happening.TakenBack(var withdrawn) ->
                            message(
                                    ApplicationWithdrawn.TYPE,
                                    withdrawn,
                                    new ApplicationWithdrawn(
                                            told(
                                                    withdrawn.filing(),
                                                    withdrawn.proposal(),
                                                    withdrawn.receipt(),
                                                    WITHDRAWN,
                                                    null)));
                    case Happening.Moved(var moved) ->
                            message(
                                    ApplicationTransferred.TYPE,
                                    moved,
                                    new ApplicationTransferred(
                                            told(
                                                    moved.filing(),
                                                    moved.proposal(),
                                                    moved.receipt(),
                                                    TRANSFERRED,
                                                    null),
                                            moved.transfer().to().value(),
                                            moved.transfer().call().value()));
                    case Happening.Ended(var decided) ->
                            message(
                                    ApplicationDecided.TYPE,
                                    decided,
                                    new ApplicationDecided(told(decided)));
                    case Happening.Revised(var decided) ->
                            message(
                                    ApplicationRevised.TYPE,
                                    decided,
                                    new ApplicationRevised(
                                            told(decided),
                                            decided.decisionNumber(),
                                            WireCodes.of(
                                                    Objects.requireNonNull(
                                                            decided.decision().cause()))));
                });
    }

    private static OutboundMessage message(String type, GrantApplication about, Record told) {
        return new OutboundMessage(type, about.filing().id().value(), told);
    }

    private static Application told(GrantApplication.Decided decided) {
        return told(
                decided.filing(),
                decided.proposal(),
                decided.receipt(),
                decided.outcome().code(),
                decided.decision());
    }

    private static Application told(GrantApplication.Submitted submitted) {
        return told(submitted.filing(), submitted.proposal(), submitted.receipt(), SUBMITTED, null);
    }

    private static Application told(
            Filing filing,
            Proposal proposal,
            Receipt receipt,
            String status,
            @Nullable Decision decision) {
        return new Application(
                filing.id().value(),
                receipt.number().toString(),
                filing.call().value(),
                filing.applicant().value(),
                filing.year(),
                proposal.requested().toContract(),
                status,
                decision == null ? null : decision.granted().toContract(),
                decision == null
                        ? List.of()
                        : decision.reasons().stream().map(DecisionReason::code).toList(),
                decision == null ? null : decision.request().decidedOn(),
                filing.imported(),
                proposal.partners().ids().stream().map(AssociationId::value).toList());
    }
}
