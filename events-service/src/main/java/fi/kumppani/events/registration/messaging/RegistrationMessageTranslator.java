package fi.kumppani.events.registration.messaging;

import fi.kumppani.contracts.events.RegistrationCancelled;
import fi.kumppani.contracts.events.RegistrationConfirmed;
import fi.kumppani.contracts.events.RegistrationPromoted;
import fi.kumppani.contracts.events.RegistrationWaitlisted;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.springframework.stereotype.Component;

import java.util.List;

@Component
class RegistrationMessageTranslator implements MessageTranslator<RegistrationHappening> {

    @Override
    public List<OutboundMessage> announce(RegistrationHappening happening) {
        var registration = wire(happening.registration());
        return List.of(
                switch (happening) {
                    case RegistrationHappening.SeatGiven _ ->
                            message(
                                    RegistrationConfirmed.TYPE,
                                    happening,
                                    new RegistrationConfirmed(registration));
                    case RegistrationHappening.QueueJoined _ ->
                            message(
                                    RegistrationWaitlisted.TYPE,
                                    happening,
                                    new RegistrationWaitlisted(registration));
                    case RegistrationHappening.QueueLeftForSeat _ ->
                            message(
                                    RegistrationPromoted.TYPE,
                                    happening,
                                    new RegistrationPromoted(registration));
                    case RegistrationHappening.GivenUp _ ->
                            message(
                                    RegistrationCancelled.TYPE,
                                    happening,
                                    new RegistrationCancelled(registration));
                });
    }

    private static OutboundMessage message(
            String type, RegistrationHappening happening, Record data) {
        return new OutboundMessage(type, happening.registration().id().toString(), data);
    }

    private static fi.kumppani.contracts.events.Registration wire(Registration registration) {
        RegistrationId id = registration.id();
        return new fi.kumppani.contracts.events.Registration(
                id.toString(),
                id.event().value(),
                id.number(),
                switch (registration) {
                    case Registration.Confirmed _ -> "confirmed";
                    case Registration.Waitlisted _ -> "waitlisted";
                    case Registration.Cancelled _ -> "cancelled";
                },
                registration.particulars().imported());
    }
}
