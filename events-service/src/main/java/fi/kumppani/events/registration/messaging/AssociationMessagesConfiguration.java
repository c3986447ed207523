package fi.kumppani.events.registration.messaging;

import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.contracts.registry.AssociationVerified;
import fi.kumppani.events.registration.Associations;
import fi.kumppani.events.registration.KnownAssociation;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.kit.inbound.Rebuildable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.function.Consumer;

/** Hears of the associations people register for. */
@Configuration(proxyBeanMethods = false)
class AssociationMessagesConfiguration {

    private static final String DISSOLVED = "dissolved";

    @Bean
    Consumer<Message<byte[]>> associationMessages(
            MessageDispatchers dispatchers,
            Associations associations,
            @Qualifier("associationDocuments") Rebuildable index) {
        return dispatchers
                .create("associationMessages")
                .on(
                        AssociationRegistered.TYPE,
                        AssociationRegistered.class,
                        message -> keep(associations, message, message.data().association()))
                .on(
                        AssociationVerified.TYPE,
                        AssociationVerified.class,
                        message -> keep(associations, message, message.data().association()))
                .on(
                        AssociationChanged.TYPE,
                        AssociationChanged.class,
                        message -> keep(associations, message, message.data().association()))
                .rebuilds(index)
                .build();
    }

    private static void keep(
            Associations associations, InboundMessage<?> message, Association told) {
        associations.keep(
                new KnownAssociation(
                        told.id(),
                        told.purposeClass() == null ? null : told.purposeClass().toString(),
                        told.active() && !told.status().equals(DISSOLVED)),
                message.sequence());
    }
}
