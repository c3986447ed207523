package fi.kumppani.grants.award.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.AwardChanged;
import fi.kumppani.grants.award.Answer;
import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Payment;
import fi.kumppani.grants.award.Receipts;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;

/** What others are told is what the contracts say. */
class AwardMessageContractTests {

    @Test
    void tellsHowAnAwardStandsAndNothingOfPeople() {
        Instant now = Instant.parse("2027-03-10T10:00:00Z");
        Euros sum = Euros.parse("60");
        var award =
                new Award(
                        GrantApplicationFixtures.APPLICATION,
                        new Answer.Accepted("anna", now),
                        new Receipts(Euros.parse("120.55"), null, "officer", now),
                        List.of(
                                new Payment(
                                        "019a5f0e-7c00-7000-8000-000000000009:1",
                                        1,
                                        sum,
                                        Payment.Stage.REJECTED,
                                        "AC04",
                                        now),
                                new Payment(
                                        "019a5f0e-7c00-7000-8000-00000000000a:1",
                                        1,
                                        sum,
                                        Payment.Stage.PAID,
                                        null,
                                        now)));

        OutboundMessage message = new AwardMessageTranslator().announce(award).getFirst();

        assertThat(message.subject()).isEqualTo(GrantApplicationFixtures.APPLICATION.value());
        assertThat(message.data())
                .isEqualTo(
                        JsonMapper.builder()
                                .build()
                                .readValue(
                                        GoldenMessages.of(AwardChanged.TYPE), AwardChanged.class));
    }
}
