package fi.kumppani.grants.award.messaging;

import fi.kumppani.contracts.grants.Award.AwardPayment;
import fi.kumppani.contracts.grants.AwardChanged;
import fi.kumppani.grants.award.Answer;
import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Payment;
import fi.kumppani.grants.award.Receipts;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts how an award stands; nothing of people. */
@Component
class AwardMessageTranslator implements MessageTranslator<Award> {

    @Override
    public List<OutboundMessage> announce(Award award) {
        String id = award.application().value();
        Receipts receipts = award.receipts();
        return List.of(
                new OutboundMessage(
                        AwardChanged.TYPE,
                        id,
                        new AwardChanged(
                                new fi.kumppani.contracts.grants.Award(
                                        id,
                                        code(award.answer()),
                                        award.paid().toContract(),
                                        receipts == null ? null : receipts.costs().toContract(),
                                        award.payments().stream()
                                                .map(AwardMessageTranslator::told)
                                                .toList()))));
    }

    private static AwardPayment told(Payment payment) {
        return new AwardPayment(
                payment.id(),
                payment.instalment(),
                payment.amount().toContract(),
                WireCodes.of(payment.stage()),
                payment.reason());
    }

    private static String code(Answer answer) {
        return switch (answer) {
            case Answer.Open _ -> "open";
            case Answer.Accepted _ -> "accepted";
            case Answer.Declining _ -> "declining";
            case Answer.Declined _ -> "declined";
        };
    }
}
