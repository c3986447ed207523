package fi.kumppani.registry.municipality.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.registry.MunicipalityDescribed;
import fi.kumppani.kit.outbox.MessageJson;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.municipality.Municipality;
import fi.kumppani.registry.municipality.PopulationFigure;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.List;

class MunicipalityMessageContractTests {

    @Test
    void saysWhatTheGoldenMessageSays() {
        var seinajoki =
                new Municipality(
                        new MunicipalityCode("743"),
                        new LocalizedText("Seinäjoki", "Seinäjoki", "Seinäjoki"),
                        "14",
                        new Municipality.WellbeingCounty("16", LocalizedText.finnish("E-P")),
                        List.of(Language.FI),
                        List.of(
                                new PopulationFigure(
                                        LocalDate.parse("2022-12-31"), 65_323, "Tilastokeskus"),
                                new PopulationFigure(
                                        LocalDate.parse("2024-09-26"),
                                        66_120,
                                        "Seinäjoki and Evijärvi slides, 26.9.2024")));
        var told = new MunicipalityMessageTranslator().announce(seinajoki).getFirst();
        assertThat(told.type()).isEqualTo(MunicipalityDescribed.TYPE);
        assertThat(MessageJson.mapper().<JsonNode>valueToTree(told.data()))
                .isEqualTo(
                        MessageJson.mapper()
                                .readTree(GoldenMessages.of(MunicipalityDescribed.TYPE)));
    }
}
