package fi.kumppani.grants.call.messaging;

import fi.kumppani.contracts.grants.Call;
import fi.kumppani.contracts.grants.CallClosed;
import fi.kumppani.contracts.grants.CallPublished;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.call.CallHappening;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts that a call was published or closed. */
@Component
class CallMessageTranslator implements MessageTranslator<CallHappening> {

    @Override
    public List<OutboundMessage> announce(CallHappening happening) {
        return switch (happening) {
            case CallHappening.Announced(var call) ->
                    List.of(
                            new OutboundMessage(
                                    CallPublished.TYPE,
                                    call.id().value(),
                                    new CallPublished(told(call))));
            case CallHappening.Ended(var call) ->
                    List.of(
                            new OutboundMessage(
                                    CallClosed.TYPE,
                                    call.id().value(),
                                    new CallClosed(told(call))));
        };
    }

    private static Call told(GrantCall.Announced call) {
        CallTerms terms = call.terms();
        return new Call(
                call.id().value(),
                terms.title().toContract(),
                terms.year(),
                terms.budget().toContract(),
                terms.capPerApplication().toContract(),
                terms.eligibleForms().stream().map(AssociationForm::code).sorted().toList(),
                terms.window().opensAt(),
                terms.window().closesAt(),
                call.isImported(),
                WireCodes.of(terms.scheme().kind()));
    }
}
