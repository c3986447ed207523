package fi.kumppani.events.network.messaging;

import fi.kumppani.contracts.registry.Membership;
import fi.kumppani.contracts.registry.MembershipChanged;
import fi.kumppani.contracts.registry.Network;
import fi.kumppani.contracts.registry.NetworkChanged;
import fi.kumppani.events.network.KnownNetwork;
import fi.kumppani.events.network.Networks;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.kit.inbound.Rebuildable;
import fi.kumppani.kit.text.LocalizedText;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.function.Consumer;

/** Hears of the networks that meet at events, and of their members. */
@Configuration(proxyBeanMethods = false)
class NetworkMessagesConfiguration {

    private static final String ACTIVE = "active";
    private static final String MEMBER = "member";

    @Bean
    Consumer<Message<byte[]>> networkMessages(
            MessageDispatchers dispatchers,
            Networks networks,
            @Qualifier("knownNetworks") Rebuildable known,
            @Qualifier("knownMemberships") Rebuildable members) {
        return dispatchers
                .create("networkMessages")
                .on(
                        NetworkChanged.TYPE,
                        NetworkChanged.class,
                        message -> keep(networks, message.data().network(), message.sequence()))
                .on(
                        MembershipChanged.TYPE,
                        MembershipChanged.class,
                        message -> keep(networks, message.data().membership(), message.sequence()))
                .rebuilds(known, members)
                .build();
    }

    private static void keep(Networks networks, Network told, long sequence) {
        networks.keep(
                new KnownNetwork(
                        told.id(), LocalizedText.from(told.name()), told.status().equals(ACTIVE)),
                sequence);
    }

    private static void keep(Networks networks, Membership told, long sequence) {
        networks.keepMembership(
                told.networkId(), told.associationId(), told.status().equals(MEMBER), sequence);
    }
}
