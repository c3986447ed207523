package fi.kumppani.grants.power.messaging;

import fi.kumppani.contracts.grants.PowerChanged;
import fi.kumppani.grants.power.DecisionPower;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts what power there is; nothing of who holds it. */
@Component
class PowerTranslator implements MessageTranslator<DecisionPower> {

    @Override
    public List<OutboundMessage> announce(DecisionPower power) {
        DecisionPower.Terms terms = power.terms();
        Euros limit = terms.limit();
        return List.of(
                new OutboundMessage(
                        PowerChanged.TYPE,
                        Tenancy.current().value(),
                        new PowerChanged(
                                power.id(),
                                WireCodes.of(terms.use()),
                                WireCodes.of(terms.kind()),
                                terms.title(),
                                terms.kinds().stream().map(WireCodes::of).sorted().toList(),
                                limit == null ? null : limit.toContract(),
                                terms.from(),
                                power.until().orElse(null),
                                terms.rule())));
    }
}
