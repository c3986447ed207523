package fi.kumppani.events.event.messaging;

import fi.kumppani.contracts.events.EventCancelled;
import fi.kumppani.contracts.events.EventChanged;
import fi.kumppani.contracts.events.EventPublished;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventHappening;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.springframework.stereotype.Component;

import java.util.List;

@Component
class EventMessageTranslator implements MessageTranslator<EventHappening> {

    private static final String PUBLISHED = "published";
    private static final String CANCELLED = "cancelled";

    @Override
    public List<OutboundMessage> announce(EventHappening happening) {
        return List.of(
                switch (happening) {
                    case EventHappening.Announced(Event.Published event) ->
                            message(
                                    EventPublished.TYPE,
                                    event,
                                    new EventPublished(wire(event, PUBLISHED, event.imported())));
                    case EventHappening.Changed(Event.Published event) ->
                            message(
                                    EventChanged.TYPE,
                                    event,
                                    new EventChanged(wire(event, PUBLISHED, event.imported())));
                    case EventHappening.CalledOff(Event.Cancelled event) ->
                            message(
                                    EventCancelled.TYPE,
                                    event,
                                    new EventCancelled(wire(event, CANCELLED, event.imported())));
                });
    }

    private static OutboundMessage message(String type, Event event, Record data) {
        return new OutboundMessage(type, event.id().value(), data);
    }

    private static fi.kumppani.contracts.events.Event wire(
            Event event, String status, boolean imported) {
        EventDetails details = event.details();
        Schedule schedule = details.schedule();
        return new fi.kumppani.contracts.events.Event(
                event.id().value(),
                details.title().toContract(),
                details.theme() == null ? null : details.theme().toContract(),
                new fi.kumppani.contracts.events.Event.Venue(
                        details.venue().name().toContract(), details.venue().streetAddress()),
                schedule.coffeeFrom(),
                schedule.startsAt(),
                schedule.endsAt(),
                schedule.registrationDeadline(),
                event.seating().capacity(),
                status,
                imported);
    }
}
