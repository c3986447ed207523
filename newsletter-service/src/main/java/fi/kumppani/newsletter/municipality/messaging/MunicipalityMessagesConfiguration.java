package fi.kumppani.newsletter.municipality.messaging;

import fi.kumppani.contracts.registry.MunicipalityDescribed;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.municipality.KeepName;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.function.Consumer;

/** Keeps the names of municipalities up to date. */
@Configuration(proxyBeanMethods = false)
class MunicipalityMessagesConfiguration {

    @Bean
    Consumer<Message<byte[]>> municipalityMessages(
            MessageDispatchers dispatchers,
            KeepName keepName,
            @Qualifier("municipalityNamesModel") ReadModel<?> names) {
        return dispatchers
                .create("municipalityMessages")
                .on(
                        MunicipalityDescribed.TYPE,
                        MunicipalityDescribed.class,
                        message ->
                                keepName.keep(
                                        message.data().municipality().code(),
                                        message.sequence(),
                                        LocalizedText.from(message.data().municipality().name())))
                .rebuilds(names)
                .build();
    }
}
