package fi.kumppani.events.feed.messaging;

import fi.kumppani.contracts.registry.Municipality;
import fi.kumppani.contracts.registry.MunicipalityDescribed;
import fi.kumppani.events.feed.KnownPlaces;
import fi.kumppani.events.feed.Regions;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.kit.inbound.PoisonMessageException;
import fi.kumppani.kit.inbound.Rebuildable;
import fi.kumppani.kit.text.LocalizedText;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.function.Consumer;

/** Learns from the registry which municipality is in which region. */
@Configuration(proxyBeanMethods = false)
class MunicipalitiesConfiguration {

    @Bean
    Consumer<Message<byte[]>> municipalities(
            MessageDispatchers dispatchers,
            KnownPlaces places,
            @Qualifier("placeIndex") Rebuildable index) {
        return dispatchers
                .create("municipalities")
                .on(
                        MunicipalityDescribed.TYPE,
                        MunicipalityDescribed.class,
                        message -> note(message, message.data().municipality(), places))
                .rebuilds(index)
                .build();
    }

    private static void note(
            InboundMessage<?> message, Municipality municipality, KnownPlaces places) {
        if (!message.municipality().value().equals(municipality.code())) {
            throw new PoisonMessageException(
                    "Message " + message.id() + " is of another municipality than its header says");
        }
        places.note(
                message.subject(),
                message.sequence(),
                new Regions.Place(
                        LocalizedText.from(municipality.name()), municipality.regionCode()));
    }
}
