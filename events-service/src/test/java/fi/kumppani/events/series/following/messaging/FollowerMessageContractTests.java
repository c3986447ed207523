package fi.kumppani.events.series.following.messaging;

import static fi.kumppani.events.event.EventFixtures.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.events.SeriesJoined;
import fi.kumppani.events.registration.RegistrationFixtures;
import fi.kumppani.events.series.following.Follower;
import fi.kumppani.events.series.following.FollowerId;
import fi.kumppani.events.series.following.FollowingFixtures;
import fi.kumppani.kit.outbox.MessageJson;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.junit.jupiter.api.Test;

class FollowerMessageContractTests {

    @Test
    void tellsWhoFollowsAsTheContractSaysAndNothingOfThePerson() {
        var id = new FollowerId(FollowingFixtures.SERIES, 7);
        OutboundMessage message =
                new FollowerMessageTranslator()
                        .announce(
                                new Follower.Following(
                                        id,
                                        RegistrationFixtures.person("maija"),
                                        null,
                                        NOW,
                                        null,
                                        NOW,
                                        "key"))
                        .getFirst();
        var json = MessageJson.mapper();
        String written = json.writeValueAsString(message.data());

        assertThat(message.type()).isEqualTo(SeriesJoined.TYPE);
        assertThat(message.subject()).isEqualTo(id.toString());
        assertThat(json.readTree(written))
                .isEqualTo(json.readTree(GoldenMessages.of(SeriesJoined.TYPE)));
        assertThat(written).doesNotContain("example.org").doesNotContain("Osallistuja");
    }
}
