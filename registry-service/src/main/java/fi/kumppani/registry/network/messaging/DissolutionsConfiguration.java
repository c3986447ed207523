package fi.kumppani.registry.network.messaging;

import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.registry.network.KeepMemberships;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.function.Consumer;

/**
 * Ends the memberships of associations that have been dissolved. A dissolution is for good, so the
 * message may come twice, late and behind others.
 */
@Configuration(proxyBeanMethods = false)
class DissolutionsConfiguration {

    private static final String DISSOLVED = "dissolved";

    @Bean
    Consumer<Message<byte[]>> dissolutions(
            MessageDispatchers dispatchers, KeepMemberships memberships) {
        return dispatchers
                .create("dissolutions")
                .on(
                        AssociationChanged.TYPE,
                        AssociationChanged.class,
                        message -> {
                            Association association = message.data().association();
                            if (association.status().equals(DISSOLVED)) {
                                memberships.endAllOf(association.id());
                            }
                        })
                .build();
    }
}
