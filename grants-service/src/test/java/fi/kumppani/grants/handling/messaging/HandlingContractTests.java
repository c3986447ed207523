package fi.kumppani.grants.handling.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.HandlingChanged;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.handling.Assignment;
import fi.kumppani.grants.handling.Handling;
import fi.kumppani.grants.handling.Review;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What others are told is what the contracts say. */
class HandlingContractTests {

    private static final Instant NOW = Instant.parse("2027-03-03T10:00:00Z");

    @Test
    void tellsHowFarItIsAndNotWhoHandlesIt() {
        var row =
                new Handling(
                        GrantApplicationFixtures.APPLICATION,
                        GrantApplicationFixtures.CALL,
                        1,
                        Euros.parse("300"),
                        new Assignment("officer", "officer", NOW),
                        List.of(review("one", false), review("disqualified", true)),
                        null,
                        2);

        OutboundMessage message = new HandlingTranslator().announce(row).getFirst();

        assertThat(message.type()).isEqualTo(HandlingChanged.TYPE);
        assertThat(message.subject()).isEqualTo(GrantApplicationFixtures.APPLICATION.value());
        assertThat(message.data())
                .isEqualTo(
                        JsonMapper.builder()
                                .build()
                                .readValue(
                                        GoldenMessages.of(HandlingChanged.TYPE),
                                        HandlingChanged.class));
    }

    private static Review review(String reviewer, boolean disregarded) {
        return new Review(reviewer, Map.of("need", 3), "Hyvä", 1, NOW, disregarded);
    }
}
