package fi.kumppani.registry.invitation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.registry.InvitationChanged;
import fi.kumppani.kit.outbox.MessageJson;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.registry.invitation.Invitation;
import fi.kumppani.registry.invitation.Invitee;
import fi.kumppani.registry.invitation.Offer;
import fi.kumppani.registry.mandate.Actor;
import fi.kumppani.registry.mandate.Capacity;
import fi.kumppani.registry.mandate.MandateModule;
import fi.kumppani.registry.mandate.Mark;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;

class InvitationMessageContractTests {

    private static final Invitation.Open OPEN =
            new Invitation.Open(
                    new Offer(
                            "019a5f0e-7c00-7000-8000-000000000021",
                            "019a5f0e-7c00-7000-8000-000000000001",
                            List.of(MandateModule.GRANTS),
                            new Mark(Instant.EPOCH, new Actor("somebody", Capacity.COORDINATOR))),
                    new Invitee(new EmailAddress("maija@example.org"), Language.FI));

    private final InvitationMessageTranslator translator = new InvitationMessageTranslator();

    @Test
    void saysWhatTheGoldenMessageSays() {
        var told = translator.announce(OPEN).getFirst();

        assertThat(told.type()).isEqualTo(InvitationChanged.TYPE);
        assertThat(MessageJson.mapper().<JsonNode>valueToTree(told.data()))
                .isEqualTo(
                        MessageJson.mapper().readTree(GoldenMessages.of(InvitationChanged.TYPE)));
    }

    @Test
    void tellsOnceThatItWasAccepted() {
        var taken = OPEN.take("somebody");

        assertThat(translator.announce(taken)).hasSize(1);
        assertThat(translator.announce(taken.complete())).isEmpty();
    }
}
