package fi.kumppani.events.event.messaging;

import fi.kumppani.contracts.events.EventCancelled;
import fi.kumppani.contracts.events.EventChanged;
import fi.kumppani.contracts.events.EventPublished;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.EventListing;
import fi.kumppani.events.event.Events;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.kit.inbound.Rebuildable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.function.Consumer;

/**
 * Keeps the index over events. A message only says that there is something new: what is indexed is
 * the event as it is kept, with the texts that messages leave out.
 */
@Configuration(proxyBeanMethods = false)
class EventListingConfiguration {

    @Bean
    Consumer<Message<byte[]>> eventListing(
            MessageDispatchers dispatchers,
            Events events,
            EventListing listing,
            @Qualifier("eventIndex") Rebuildable index) {
        return dispatchers
                .create("eventListing")
                .on(EventPublished.TYPE, EventPublished.class, m -> note(m, events, listing))
                .on(EventChanged.TYPE, EventChanged.class, m -> note(m, events, listing))
                .on(EventCancelled.TYPE, EventCancelled.class, m -> note(m, events, listing))
                .rebuilds(index)
                .build();
    }

    private static void note(InboundMessage<?> message, Events events, EventListing listing) {
        events.find(new EventId(message.subject()))
                .filter(event -> !(event instanceof Event.Draft))
                .ifPresent(event -> listing.note(event, message.sequence()));
    }
}
