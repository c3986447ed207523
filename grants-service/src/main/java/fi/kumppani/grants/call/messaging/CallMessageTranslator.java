package fi.kumppani.grants.call.messaging;

import fi.kumppani.contracts.grants.Call;
import fi.kumppani.contracts.grants.CallPublished;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts that a call was published. */
@Component
class CallMessageTranslator implements MessageTranslator<GrantCall.Published> {

    @Override
    public List<OutboundMessage> announce(GrantCall.Published call) {
        CallTerms terms = call.terms();
        return List.of(
                new OutboundMessage(
                        CallPublished.TYPE,
                        call.id().value(),
                        new CallPublished(
                                new Call(
                                        call.id().value(),
                                        terms.title().toContract(),
                                        terms.year(),
                                        terms.budget().toContract(),
                                        terms.capPerApplication().toContract(),
                                        terms.eligibleForms().stream()
                                                .map(AssociationForm::code)
                                                .sorted()
                                                .toList(),
                                        terms.window().opensAt(),
                                        terms.window().closesAt(),
                                        call.isImported()))));
    }
}
