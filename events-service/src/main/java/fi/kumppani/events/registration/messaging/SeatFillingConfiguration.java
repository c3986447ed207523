package fi.kumppani.events.registration.messaging;

import fi.kumppani.contracts.events.EventChanged;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.FillSeats;
import fi.kumppani.kit.inbound.MessageDispatchers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.function.Consumer;

/**
 * Fills seats an event has gained, should the change that brought them have broken off before: a
 * second time there is nothing left to fill.
 */
@Configuration(proxyBeanMethods = false)
class SeatFillingConfiguration {

    @Bean
    Consumer<Message<byte[]>> seatFilling(MessageDispatchers dispatchers, FillSeats fillSeats) {
        return dispatchers
                .create("seatFilling")
                .on(
                        EventChanged.TYPE,
                        EventChanged.class,
                        message -> fillSeats.fill(new EventId(message.subject())))
                .build();
    }
}
