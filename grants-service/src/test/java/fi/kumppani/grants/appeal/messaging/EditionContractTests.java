package fi.kumppani.grants.appeal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.AppealInstructionChanged;
import fi.kumppani.grants.appeal.Edition;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;

class EditionContractTests {

    @Test
    void tellsFromWhichDayAnEditionGoesWithDecisions() {
        var edition =
                new Edition(
                        LocalDate.of(2027, 1, 1),
                        Edition.NEWEST_WORDING,
                        LocalizedText.finnish("sivistyslautakunta"),
                        new Edition.Office(
                                LocalizedText.finnish("Kirjaamo"),
                                "Kirkkokatu 6",
                                "kirjaamo@example.org",
                                null,
                                LocalizedText.finnish("ma–pe 9–15")));

        OutboundMessage message =
                Tenancy.callIn(
                        new MunicipalityCode("743"),
                        () -> new EditionTranslator().announce(edition).getFirst());

        assertThat(message.data())
                .isEqualTo(
                        JsonMapper.builder()
                                .build()
                                .readValue(
                                        GoldenMessages.of(AppealInstructionChanged.TYPE),
                                        AppealInstructionChanged.class));
    }
}
