package fi.kumppani.newsletter.association.messaging;

import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.contracts.registry.AssociationVerified;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.newsletter.association.KeepClass;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.function.Consumer;

/** Keeps the purpose classes of associations up to date. */
@Configuration(proxyBeanMethods = false)
class AssociationMessagesConfiguration {

    @Bean
    Consumer<Message<byte[]>> associationMessages(
            MessageDispatchers dispatchers,
            KeepClass keepClass,
            @Qualifier("associationClassModel") ReadModel<?> classes) {
        var heard = new Heard(keepClass);
        return dispatchers
                .create("associationMessages")
                .on(
                        AssociationRegistered.TYPE,
                        AssociationRegistered.class,
                        message -> heard.of(message, message.data().association()))
                .on(
                        AssociationVerified.TYPE,
                        AssociationVerified.class,
                        message -> heard.of(message, message.data().association()))
                .on(
                        AssociationChanged.TYPE,
                        AssociationChanged.class,
                        message -> heard.of(message, message.data().association()))
                .rebuilds(classes)
                .build();
    }

    private record Heard(KeepClass keepClass) {

        void of(InboundMessage<?> message, Association association) {
            keepClass.keep(message.subject(), message.sequence(), association.purposeClass());
        }
    }
}
