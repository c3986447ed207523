package fi.kumppani.grants.redress.messaging;

import fi.kumppani.contracts.grants.RedressChanged;
import fi.kumppani.grants.redress.Redress;
import fi.kumppani.grants.redress.RedressCase;
import fi.kumppani.grants.redress.RedressNews;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** Says in the words of the contracts what was done about a decision; nothing of people. */
@Component
class RedressTranslator implements MessageTranslator<RedressNews> {

    @Override
    public List<OutboundMessage> announce(RedressNews news) {
        Redress redress = news.redress();
        Optional<RedressCase> told = redress.find(news.changed());
        Redress.CourtAppeal appeal = redress.courtAppeal();
        return List.of(
                new OutboundMessage(
                        RedressChanged.TYPE,
                        redress.application().value(),
                        new RedressChanged(
                                redress.application().value(),
                                told.map(RedressTranslator::told).orElse(null),
                                appeal == null ? null : appeal.filedOn(),
                                appeal == null ? null : appeal.endedOn())));
    }

    private static RedressChanged.Case told(RedressCase each) {
        RedressCase.Ruling ruling = each.ruling();
        return new RedressChanged.Case(
                each.number(),
                WireCodes.of(each.kind()),
                each.decision(),
                each.arrivedOn(),
                each.late(),
                each.hearer(),
                ruling == null ? null : WireCodes.of(ruling.outcome()),
                ruling == null ? null : ruling.ruledOn(),
                ruling == null ? null : ruling.knownOn());
    }
}
