package fi.kumppani.events.event.messaging;

import fi.kumppani.contracts.events.EventCancelled;
import fi.kumppani.contracts.events.EventChanged;
import fi.kumppani.contracts.events.EventPublished;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventHappening;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.util.List;

@Component
class EventMessageTranslator implements MessageTranslator<EventHappening> {

    @Override
    public List<OutboundMessage> announce(EventHappening happening) {
        return List.of(
                switch (happening) {
                    case EventHappening.Announced(Event.Published event) ->
                            message(EventPublished.TYPE, event, new EventPublished(wire(event)));
                    case EventHappening.Changed(Event.Published event) ->
                            message(EventChanged.TYPE, event, new EventChanged(wire(event)));
                    case EventHappening.CalledOff(Event.Cancelled event) ->
                            message(EventCancelled.TYPE, event, new EventCancelled(wire(event)));
                });
    }

    private static OutboundMessage message(String type, Event event, Record data) {
        return new OutboundMessage(type, event.id().value(), data);
    }

    private static fi.kumppani.contracts.events.Event wire(Event event) {
        EventDetails details = event.details();
        Belonging belonging = details.particulars().belonging();
        List<String> coOrganisers =
                details.coOrganisingMunicipalities().stream()
                        .map(MunicipalityCode::value)
                        .sorted()
                        .toList();
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
                event.status(),
                event.imported(),
                WireCodes.of(details.particulars().attendance().mode()),
                event.standing().previousStartsAt(),
                belonging.series(),
                belonging.partOf() == null ? null : belonging.partOf().value(),
                belonging.network(),
                belonging.region(),
                coOrganisers.isEmpty() ? null : coOrganisers);
    }
}
