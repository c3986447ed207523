package fi.kumppani.grants.redress.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.RedressChanged;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.redress.Redress;
import fi.kumppani.grants.redress.RedressCase;
import fi.kumppani.grants.redress.RedressNews;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.Creation;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.List;

class RedressContractTests {

    @Test
    void tellsWhatWasDoneAndNothingOfWhoDidIt() {
        var claim =
                new RedressCase(
                        1,
                        RedressCase.Kind.PARTY_CLAIM,
                        LocalDate.of(2027, 3, 10),
                        false,
                        1,
                        "sivistyslautakunta",
                        new Creation("request", "hash"),
                        new RedressCase.Claim("Kylän sihteeri", "Vaadimme oikaisua"),
                        new RedressCase.Ruling(
                                RedressCase.Outcome.DISMISSED,
                                LocalDate.of(2027, 4, 1),
                                "§ 12",
                                LocalDate.of(2027, 4, 8)));
        var redress =
                new Redress(
                        GrantApplicationFixtures.APPLICATION,
                        List.of(claim),
                        new Redress.CourtAppeal(LocalDate.of(2027, 4, 20), null));

        OutboundMessage message =
                new RedressTranslator().announce(new RedressNews(redress, 1)).getFirst();

        JsonMapper json = JsonMapper.builder().build();
        assertThat(message.type()).isEqualTo(RedressChanged.TYPE);
        assertThat(message.data())
                .isEqualTo(
                        json.readValue(
                                GoldenMessages.of(RedressChanged.TYPE), RedressChanged.class));
        assertThat(json.writeValueAsString(message.data())).doesNotContain("sihteeri", "Vaadimme");
        assertThat(claim.toString()).doesNotContain("sihteeri", "Vaadimme");
    }
}
