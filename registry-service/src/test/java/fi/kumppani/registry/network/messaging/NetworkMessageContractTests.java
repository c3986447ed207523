package fi.kumppani.registry.network.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.registry.MembershipChanged;
import fi.kumppani.contracts.registry.NetworkChanged;
import fi.kumppani.kit.outbox.MessageJson;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.network.Membership;
import fi.kumppani.registry.network.MembershipId;
import fi.kumppani.registry.network.Network;
import fi.kumppani.registry.network.Profile;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.Optional;

class NetworkMessageContractTests {

    private static final String NETWORK = "019a5f0e-7c00-7000-8000-000000000003";
    private static final MembershipId MEMBERSHIP =
            new MembershipId(NETWORK, "019a5f0e-7c00-7000-8000-000000000001");
    private static final LocalDate JOINED = LocalDate.parse("2025-01-15");
    private static final LocalDate ENDED = LocalDate.parse("2026-11-20");

    @Test
    void saysOfANetworkWhatTheGoldenMessageSays() {
        var network =
                new Network.Active(
                        NETWORK,
                        new Profile(
                                new LocalizedText(
                                        "Liikuntaseurojen seurafoorumi",
                                        "Idrottsföreningarnas forum",
                                        null),
                                Optional.of(
                                        LocalizedText.finnish(
                                                "Seurat ja kaupunki kehittävät liikuntaa"
                                                        + " yhdessä.")),
                                Optional.of(
                                        LocalizedText.finnish(
                                                "Liikuntapalvelujen seurakoordinaattori"))));
        saysTheSame(
                NetworkChanged.TYPE,
                new NetworkMessageTranslator().announce(network.end(ENDED)).getFirst());
    }

    @Test
    void saysOfAMembershipWhatTheGoldenMessageSays() {
        var left = new Membership.Ended(MEMBERSHIP, Optional.of(JOINED), ENDED);
        OutboundMessage told = new MembershipMessageTranslator().announce(left).getFirst();
        saysTheSame(MembershipChanged.TYPE, told);
        assertThat(told.subject()).isEqualTo(MEMBERSHIP.value());
    }

    @Test
    void saysNothingOfRequests() {
        var translator = new MembershipMessageTranslator();
        assertThat(translator.announce(new Membership.Asked(MEMBERSHIP, JOINED))).isEmpty();
        assertThat(translator.announce(new Membership.Ended(MEMBERSHIP, Optional.empty(), ENDED)))
                .isEmpty();
        assertThat(translator.announce(new Membership.Member(MEMBERSHIP, JOINED))).hasSize(1);
    }

    private static void saysTheSame(String type, OutboundMessage told) {
        assertThat(told.type()).isEqualTo(type);
        assertThat(MessageJson.mapper().<JsonNode>valueToTree(told.data()))
                .isEqualTo(MessageJson.mapper().readTree(GoldenMessages.of(type)));
    }
}
