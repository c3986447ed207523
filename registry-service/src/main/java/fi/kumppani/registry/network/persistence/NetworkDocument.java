package fi.kumppani.registry.network.persistence;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.network.Network;
import fi.kumppani.registry.network.Profile;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Optional;

/** A network as it is kept. */
record NetworkDocument(
        String networkId,
        LocalizedText name,
        @Nullable LocalizedText description,
        @Nullable LocalizedText contactRole,
        @Nullable LocalDate endedOn) {

    static NetworkDocument from(Network network) {
        Profile profile = network.profile();
        return new NetworkDocument(
                network.id(),
                profile.name(),
                profile.description().orElse(null),
                profile.contactRole().orElse(null),
                network instanceof Network.Ended ended ? ended.endedOn() : null);
    }

    Network toDomain() {
        var profile =
                new Profile(
                        name, Optional.ofNullable(description), Optional.ofNullable(contactRole));
        return endedOn == null
                ? new Network.Active(networkId, profile)
                : new Network.Ended(networkId, profile, endedOn);
    }
}
