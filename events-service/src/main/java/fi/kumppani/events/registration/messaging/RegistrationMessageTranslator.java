package fi.kumppani.events.registration.messaging;

import fi.kumppani.contracts.events.RegistrationCancelled;
import fi.kumppani.contracts.events.RegistrationChanged;
import fi.kumppani.contracts.events.RegistrationConfirmed;
import fi.kumppani.contracts.events.RegistrationNoticeDue;
import fi.kumppani.contracts.events.RegistrationOffered;
import fi.kumppani.contracts.events.RegistrationPromoted;
import fi.kumppani.contracts.events.RegistrationRepeated;
import fi.kumppani.contracts.events.RegistrationRequested;
import fi.kumppani.contracts.events.RegistrationTransferred;
import fi.kumppani.contracts.events.RegistrationWaitlisted;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.util.List;

@Component
class RegistrationMessageTranslator implements MessageTranslator<RegistrationHappening> {

    @Override
    public List<OutboundMessage> announce(RegistrationHappening happening) {
        if (happening instanceof RegistrationHappening.Noted) {
            return List.of();
        }
        var registration = wire(happening.registration());
        return switch (happening) {
            case RegistrationHappening.SeatGiven _, RegistrationHappening.OfferAccepted _ ->
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
            case RegistrationHappening.SeatOffered _ ->
                    message(
                            RegistrationOffered.TYPE,
                            happening,
                            new RegistrationOffered(registration));
            case RegistrationHappening.ApprovalAsked _ ->
                    message(
                            RegistrationRequested.TYPE,
                            happening,
                            new RegistrationRequested(registration));
            case RegistrationHappening.SomeSeatsGiven _, RegistrationHappening.Rewritten _ ->
                    message(
                            RegistrationChanged.TYPE,
                            happening,
                            new RegistrationChanged(registration));
            case RegistrationHappening.HandedOver _ ->
                    message(
                            RegistrationTransferred.TYPE,
                            happening,
                            new RegistrationTransferred(registration));
            case RegistrationHappening.AskedAgain _ ->
                    message(
                            RegistrationRepeated.TYPE,
                            happening,
                            new RegistrationRepeated(registration));
            case RegistrationHappening.NoticeDue(_, var notice, long revision) ->
                    message(
                            RegistrationNoticeDue.TYPE,
                            happening,
                            new RegistrationNoticeDue(registration, notice.code(), revision));
            case RegistrationHappening.Ended _ ->
                    message(
                            RegistrationCancelled.TYPE,
                            happening,
                            new RegistrationCancelled(registration));
            case RegistrationHappening.Noted _ ->
                    throw new IllegalStateException("Nobody hears it");
        };
    }

    private static List<OutboundMessage> message(
            String type, RegistrationHappening happening, Record data) {
        return List.of(new OutboundMessage(type, happening.registration().id().toString(), data));
    }

    private static fi.kumppani.contracts.events.Registration wire(Registration registration) {
        RegistrationId id = registration.id();
        Registration.Particulars particulars = registration.particulars();
        return new fi.kumppani.contracts.events.Registration(
                id.toString(),
                id.event().value(),
                id.number(),
                status(registration),
                particulars.party().seats(),
                particulars.association(),
                registration instanceof Registration.Cancelled ended
                        ? WireCodes.of(ended.ending())
                        : null,
                particulars.imported());
    }

    private static String status(Registration registration) {
        return switch (registration) {
            case Registration.Requested _ -> "requested";
            case Registration.Confirmed _ -> "confirmed";
            case Registration.Waitlisted _ -> "waitlisted";
            case Registration.Offered _ -> "offered";
            case Registration.Cancelled _ -> "cancelled";
            case Registration.Held _ ->
                    throw new IllegalStateException("Nobody hears of seats held for a form");
        };
    }
}
