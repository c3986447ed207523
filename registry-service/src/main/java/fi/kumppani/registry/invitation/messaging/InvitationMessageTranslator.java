package fi.kumppani.registry.invitation.messaging;

import fi.kumppani.contracts.registry.InvitationChanged;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.registry.invitation.Invitation;

import org.springframework.stereotype.Component;

import java.util.List;

/** Tells where an invitation stands, in ids; that the rights are given is told by themselves. */
@Component
class InvitationMessageTranslator implements MessageTranslator<Invitation> {

    @Override
    public List<OutboundMessage> announce(Invitation invitation) {
        return switch (invitation) {
            case Invitation.Open _ -> told(invitation, "open");
            case Invitation.Taken _ -> told(invitation, "accepted");
            case Invitation.Accepted _ -> List.of();
            case Invitation.Withdrawn _ -> told(invitation, "withdrawn");
            case Invitation.Expired _ -> told(invitation, "expired");
        };
    }

    private static List<OutboundMessage> told(Invitation own, String status) {
        String id = own.offer().id();
        var state =
                new fi.kumppani.contracts.registry.Invitation(
                        id, own.offer().associationId(), status);
        return List.of(
                new OutboundMessage(InvitationChanged.TYPE, id, new InvitationChanged(state)));
    }
}
