package fi.kumppani.grants.grantapplication.messaging;

import fi.kumppani.contracts.grants.Application;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.contracts.grants.ApplicationSubmitted;
import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.Filing;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Happening;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.grantapplication.Receipt;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts what happened to an application; nothing of people. */
@Component
class ApplicationMessageTranslator implements MessageTranslator<Happening> {

    private static final String SUBMITTED = "submitted";

    @Override
    public List<OutboundMessage> announce(Happening happening) {
        return switch (happening) {
            case Happening.Arrived(GrantApplication.Submitted(var filing, var proposal, var got)) ->
                    List.of(
                            new OutboundMessage(
                                    ApplicationSubmitted.TYPE,
                                    filing.id().value(),
                                    new ApplicationSubmitted(
                                            told(filing, proposal, got, SUBMITTED, null))));
            case Happening.Ended(var decided) ->
                    List.of(
                            new OutboundMessage(
                                    ApplicationDecided.TYPE,
                                    decided.filing().id().value(),
                                    new ApplicationDecided(
                                            told(
                                                    decided.filing(),
                                                    decided.proposal(),
                                                    decided.receipt(),
                                                    decided.outcome().code(),
                                                    decided.decision()))));
        };
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
                filing.imported());
    }
}
