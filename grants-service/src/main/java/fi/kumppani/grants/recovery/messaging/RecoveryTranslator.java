package fi.kumppani.grants.recovery.messaging;

import fi.kumppani.contracts.grants.RecoveryChanged;
import fi.kumppani.grants.recovery.MoneyReturn;
import fi.kumppani.grants.recovery.Recovery;
import fi.kumppani.grants.recovery.RecoveryClaim;
import fi.kumppani.grants.recovery.RecoveryNews;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts what comes back of a grant; nothing that people wrote. */
@Component
class RecoveryTranslator implements MessageTranslator<RecoveryNews> {

    @Override
    public List<OutboundMessage> announce(RecoveryNews news) {
        Recovery recovery = news.now();
        String id = recovery.application().value();
        List<MoneyReturn> booked =
                recovery.returns().stream()
                        .filter(each -> each.stage() == MoneyReturn.Stage.BOOKED)
                        .toList();
        return List.of(
                new OutboundMessage(
                        RecoveryChanged.TYPE,
                        id,
                        new RecoveryChanged(
                                new fi.kumppani.contracts.grants.Recovery(
                                        id,
                                        recovery.claims().stream()
                                                .map(each -> told(recovery, each))
                                                .toList(),
                                        booked.stream()
                                                .map(MoneyReturn::principal)
                                                .reduce(Euros.ZERO, Euros::plus)
                                                .toContract(),
                                        booked.stream()
                                                .map(MoneyReturn::interest)
                                                .reduce(Euros.ZERO, Euros::plus)
                                                .toContract()),
                                news.moved().map(RecoveryClaim::number).orElse(null))));
    }

    private static fi.kumppani.contracts.grants.Recovery.Claim told(
            Recovery recovery, RecoveryClaim claim) {
        return new fi.kumppani.contracts.grants.Recovery.Claim(
                claim.number(),
                WireCodes.of(claim.ground()),
                claim.stage().word(),
                claim.amount().toContract(),
                recovery.returned(claim.number()).toContract(),
                claim.stage() instanceof RecoveryClaim.Stage.Decided decided
                        ? decided.dueOn()
                        : null);
    }
}
