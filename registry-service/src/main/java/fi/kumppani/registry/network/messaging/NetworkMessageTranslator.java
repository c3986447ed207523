package fi.kumppani.registry.network.messaging;

import fi.kumppani.contracts.registry.NetworkChanged;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.network.Network;
import fi.kumppani.registry.network.Profile;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

/** Tells a network's whole public state, whatever happened to it. */
@Component
class NetworkMessageTranslator implements MessageTranslator<Network> {

    @Override
    public List<OutboundMessage> announce(Network network) {
        return List.of(
                new OutboundMessage(
                        NetworkChanged.TYPE, network.id(), new NetworkChanged(contract(network))));
    }

    private static fi.kumppani.contracts.registry.Network contract(Network own) {
        return switch (own) {
            case Network.Active active -> contract(active.id(), active.profile(), "active", null);
            case Network.Ended ended ->
                    contract(ended.id(), ended.profile(), "ended", ended.endedOn());
        };
    }

    private static fi.kumppani.contracts.registry.Network contract(
            String id, Profile profile, String status, @Nullable LocalDate endedOn) {
        return new fi.kumppani.contracts.registry.Network(
                id,
                profile.name().toContract(),
                profile.description().map(LocalizedText::toContract).orElse(null),
                profile.contactRole().map(LocalizedText::toContract).orElse(null),
                status,
                endedOn);
    }
}
