package fi.kumppani.grants.payment.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.PaymentChanged;
import fi.kumppani.grants.payment.PaymentBatchFixtures;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

/** What others are told is what the contracts say. */
class PaymentMessageContractTests {

    @Test
    void tellsHowABatchStandsAndNoAccounts() {
        OutboundMessage message =
                new PaymentMessageTranslator().announce(PaymentBatchFixtures.proposed()).getFirst();

        assertThat(message.data())
                .isEqualTo(
                        JsonMapper.builder()
                                .build()
                                .readValue(
                                        GoldenMessages.of(PaymentChanged.TYPE),
                                        PaymentChanged.class));
    }
}
