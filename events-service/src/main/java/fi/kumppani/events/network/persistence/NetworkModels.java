package fi.kumppani.events.network.persistence;

import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.inbound.ReadModels;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where networks and their members are kept. */
@Configuration(proxyBeanMethods = false)
class NetworkModels {

    @Bean
    ReadModel<NetworkDocument> knownNetworks(ReadModels models) {
        return models.open("networks", NetworkDocument.class);
    }

    @Bean
    ReadModel<MembershipDocument> knownMemberships(ReadModels models) {
        return models.open("network_memberships", MembershipDocument.class);
    }
}
