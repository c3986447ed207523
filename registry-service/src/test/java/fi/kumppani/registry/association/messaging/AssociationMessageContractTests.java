package fi.kumppani.registry.association.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.kit.outbox.MessageJson;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.BusinessId;
import fi.kumppani.registry.association.Facts;
import fi.kumppani.registry.association.LegalForm;
import fi.kumppani.registry.association.News;
import fi.kumppani.registry.association.Origin;
import fi.kumppani.registry.association.PurposeClass;
import fi.kumppani.registry.association.RegisterNumber;
import fi.kumppani.registry.association.Upkeep;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class AssociationMessageContractTests {

    @Test
    void saysWhatTheGoldenMessageSays() {
        var association =
                new Association.Unverified(
                        new Origin(
                                "019a5f0e-7c00-7000-8000-000000000001",
                                new MunicipalityCode("743"),
                                Instant.EPOCH,
                                false),
                        new Facts(
                                LocalizedText.finnish("Törnävän kyläyhdistys ry"),
                                Optional.of(new BusinessId("1790235-0")),
                                Optional.of(new RegisterNumber("178462")),
                                LegalForm.REGISTERED_ASSOCIATION,
                                Optional.of(new PurposeClass(5)),
                                List.of("villages"),
                                true),
                        Upkeep.NONE);
        List<OutboundMessage> told =
                new AssociationMessageTranslator().announce(new News.Registered(association));
        assertThat(told)
                .singleElement()
                .extracting(OutboundMessage::type)
                .isEqualTo(AssociationRegistered.TYPE);
        assertThat(MessageJson.mapper().<JsonNode>valueToTree(told.getFirst().data()))
                .isEqualTo(
                        MessageJson.mapper()
                                .readTree(GoldenMessages.of(AssociationRegistered.TYPE)));
    }
}
