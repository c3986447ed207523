package fi.kumppani.grants.casemanagement.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.CaseChanged;
import fi.kumppani.grants.casemanagement.CaseFile;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.grantapplication.Grounds;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;

class CaseContractTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void tellsHowFarItIsAndNothingOfWhatIsProposed() {
        var verdict =
                new Verdict.Grant(
                        Euros.parse("100"), List.of(), new Grounds(List.of(), null, "salaista"));
        var sent =
                new CaseFile.Sent(
                        new CaseFile.Head(
                                GrantApplicationFixtures.APPLICATION,
                                "SJK/1234/02.05.00/2026",
                                NOW,
                                2,
                                new CaseFile.RefusedDecision("budget-exceeded", NOW)),
                        new CaseFile.CaseProposal(2, verdict, "officer", NOW));

        OutboundMessage message = new CaseMessageTranslator().announce(sent).getFirst();

        JsonMapper json = JsonMapper.builder().build();
        assertThat(message.data())
                .isEqualTo(json.readValue(GoldenMessages.of(CaseChanged.TYPE), CaseChanged.class));
        assertThat(json.writeValueAsString(message.data())).doesNotContain("salaista", "officer");
    }
}
