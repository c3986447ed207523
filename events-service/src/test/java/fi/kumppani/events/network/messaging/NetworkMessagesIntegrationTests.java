package fi.kumppani.events.network.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.registry.MembershipChanged;
import fi.kumppani.contracts.registry.NetworkChanged;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.network.KnownNetwork;
import fi.kumppani.events.network.Networks;
import fi.kumppani.events.network.RegistryTells;
import fi.kumppani.kit.inbound.ReadModelRebuilds;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Optional;
import java.util.UUID;

@EventsServiceTest
class NetworkMessagesIntegrationTests {

    private static final String GOLDEN_NETWORK = "019a5f0e-7c00-7000-8000-000000000003";
    private static final String GOLDEN_ASSOCIATION = "019a5f0e-7c00-7000-8000-000000000001";

    @Autowired TestMessages messages;
    @Autowired ReadModelRebuilds rebuilds;
    @Autowired Networks networks;

    private final String network = UUID.randomUUID().toString();
    private final String association = UUID.randomUUID().toString();

    @Test
    void knowsTheSameWhenDeliveredTwice() {
        TestMessage begun = RegistryTells.active(network, "Seurafoorumi");
        TestMessage joined = RegistryTells.joined(network, association);

        hear(begun, joined, begun, joined);

        assertThat(in("743"))
                .contains(new KnownNetwork(network, LocalizedText.finnish("Seurafoorumi"), true));
        assertThat(networks.hasMember(network, association)).isTrue();
        assertThat(networks.hasMember(network, UUID.randomUUID().toString())).isFalse();
        assertThat(in("052")).as("of another municipality").isEmpty();
        assertThat(networks.findAnywhere(network)).isPresent();
    }

    @Test
    void believesTheNewestInWhateverOrderTheyCome() {
        hear(
                RegistryTells.left(network, association),
                RegistryTells.joined(network, association),
                RegistryTells.ended(network, "Uusi nimi"),
                RegistryTells.active(network, "Vanha nimi"));

        assertThat(in("743"))
                .contains(new KnownNetwork(network, LocalizedText.finnish("Uusi nimi"), false));
        assertThat(networks.hasMember(network, association)).isFalse();

        hear(RegistryTells.joined(network, association).sequence(3));

        assertThat(networks.hasMember(network, association)).as("joined again").isTrue();
    }

    @Test
    void understandsTheGoldenMessages() {
        String membership = GOLDEN_NETWORK + ":" + GOLDEN_ASSOCIATION;
        hear(
                RegistryTells.joined(GOLDEN_NETWORK, GOLDEN_ASSOCIATION),
                RegistryTells.ended(GOLDEN_NETWORK, "")
                        .body(GoldenMessages.of(NetworkChanged.TYPE)));
        assertThat(networks.hasMember(GOLDEN_NETWORK, GOLDEN_ASSOCIATION)).isTrue();

        hear(
                RegistryTells.left(GOLDEN_NETWORK, GOLDEN_ASSOCIATION)
                        .about(membership)
                        .body(GoldenMessages.of(MembershipChanged.TYPE)));

        assertThat(networks.hasMember(GOLDEN_NETWORK, GOLDEN_ASSOCIATION)).isFalse();
        KnownNetwork known = networks.findAnywhere(GOLDEN_NETWORK).orElseThrow();
        assertThat(known.name().sv()).isEqualTo("Idrottsföreningarnas forum");
        assertThat(known.active()).isFalse();
    }

    @Test
    void isTheSameWhenRebuiltFromTheBeginning() {
        hear(
                RegistryTells.active(network, "Seurafoorumi"),
                RegistryTells.joined(network, association));

        rebuild("networks");
        rebuild("network_memberships");

        assertThat(in("743")).isPresent();
        assertThat(networks.hasMember(network, association)).isTrue();
    }

    private void rebuild(String readModel) {
        assertThat(rebuilds.start(readModel)).isInstanceOf(ReadModelRebuilds.Start.Begun.class);
        await().atMost(TestMessages.PATIENCE)
                .until(
                        () ->
                                rebuilds.progress(readModel).orElseThrow().state()
                                        == ReadModelRebuilds.State.DONE);
    }

    private void hear(TestMessage... told) {
        messages.publish(told);
        messages.awaitAllHandled("networkMessages");
    }

    private Optional<KnownNetwork> in(String municipality) {
        return Tenancy.callIn(new MunicipalityCode(municipality), () -> networks.find(network));
    }
}
