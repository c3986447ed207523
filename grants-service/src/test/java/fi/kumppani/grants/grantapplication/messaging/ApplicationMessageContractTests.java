package fi.kumppani.grants.grantapplication.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.contracts.grants.ApplicationSubmitted;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.grantapplication.Happening;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.ledger.Reservation;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

/** What others are told is what the contracts say. */
class ApplicationMessageContractTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ApplicationMessageTranslator translator = new ApplicationMessageTranslator();

    @Test
    void tellsOfAnApplicationThatArrived() {
        var arrived = new Happening.Arrived(GrantApplicationFixtures.submitted("400"));

        OutboundMessage message = translator.announce(arrived).getFirst();

        assertThat(message.type()).isEqualTo(ApplicationSubmitted.TYPE);
        assertThat(message.subject()).isEqualTo(GrantApplicationFixtures.APPLICATION.value());
        assertThat(message.data())
                .isEqualTo(golden(ApplicationSubmitted.TYPE, ApplicationSubmitted.class));
    }

    @Test
    void tellsOfADecision() {
        var ended = new Happening.Ended(partlyGranted());

        OutboundMessage message = translator.announce(ended).getFirst();

        assertThat(message.type()).isEqualTo(ApplicationDecided.TYPE);
        assertThat(message.data())
                .isEqualTo(golden(ApplicationDecided.TYPE, ApplicationDecided.class));
    }

    private static GrantApplication.Decided partlyGranted() {
        var verdict = GrantApplicationFixtures.grant("350", DecisionReason.COSTS_NOT_ELIGIBLE);
        var begun =
                GrantApplicationFixtures.submitted("400")
                        .decide(
                                new DecisionId("d"),
                                GrantApplicationFixtures.request(verdict),
                                GrantApplicationFixtures.villageFund());
        var deciding = ((GrantApplication.Deliberation.Begun) begun).application();
        return (GrantApplication.Decided) deciding.settle(new Reservation.Open(deciding.claim()));
    }

    private static <T> T golden(String type, Class<T> data) {
        return JSON.readValue(GoldenMessages.of(type), data);
    }
}
