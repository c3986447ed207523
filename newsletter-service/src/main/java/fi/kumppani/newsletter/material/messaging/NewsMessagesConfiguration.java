package fi.kumppani.newsletter.material.messaging;

import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.contracts.grants.ApplicationRevised;
import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.contracts.registry.AssociationVerified;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.newsletter.material.KeepNews;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.function.Consumer;

/** Keeps up to date what was decided on grants and which associations were verified. */
@Configuration(proxyBeanMethods = false)
class NewsMessagesConfiguration {

    @Bean
    Consumer<Message<byte[]>> newsMessages(
            MessageDispatchers dispatchers,
            KeepNews keepNews,
            @Qualifier("decisionModel") ReadModel<?> decisions,
            @Qualifier("newAssociationModel") ReadModel<?> associations) {
        var news = new HeardNews(keepNews);
        return dispatchers
                .create("newsMessages")
                .on(
                        ApplicationDecided.TYPE,
                        ApplicationDecided.class,
                        message -> news.decided(message, message.data().application()))
                .on(
                        ApplicationRevised.TYPE,
                        ApplicationRevised.class,
                        message -> news.decided(message, message.data().application()))
                .on(
                        AssociationVerified.TYPE,
                        AssociationVerified.class,
                        message -> news.verified(message, message.data().association()))
                .on(
                        AssociationChanged.TYPE,
                        AssociationChanged.class,
                        message -> news.changed(message, message.data().association()))
                .rebuilds(decisions, associations)
                .build();
    }
}
