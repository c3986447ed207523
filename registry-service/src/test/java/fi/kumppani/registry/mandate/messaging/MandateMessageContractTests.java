package fi.kumppani.registry.mandate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.registry.MandateGranted;
import fi.kumppani.kit.outbox.MessageJson;
import fi.kumppani.registry.mandate.Actor;
import fi.kumppani.registry.mandate.Capacity;
import fi.kumppani.registry.mandate.Mandate;
import fi.kumppani.registry.mandate.MandateModule;
import fi.kumppani.registry.mandate.Mark;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

class MandateMessageContractTests {

    @Test
    void saysWhatTheGoldenMessageSays() {
        Mandate mandate =
                Mandate.granted(
                        "019a5f0e-7c00-7000-8000-000000000002",
                        "019a5f0e-7c00-7000-8000-000000000001",
                        "5f1f6f0a-52f3-4d49-8f6a-0c7f0c5c9a11",
                        MandateModule.GRANTS,
                        new Mark(Instant.EPOCH, new Actor("somebody", Capacity.COORDINATOR)));
        var told = new MandateMessageTranslator().announce(mandate).getFirst();
        assertThat(told.type()).isEqualTo(MandateGranted.TYPE);
        assertThat(MessageJson.mapper().<JsonNode>valueToTree(told.data()))
                .isEqualTo(MessageJson.mapper().readTree(GoldenMessages.of(MandateGranted.TYPE)));
    }
}
