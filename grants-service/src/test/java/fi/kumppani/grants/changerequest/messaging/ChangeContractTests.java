package fi.kumppani.grants.changerequest.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.TermsChanged;
import fi.kumppani.grants.changerequest.AskedChanges;
import fi.kumppani.grants.changerequest.ChangeRequest;
import fi.kumppani.grants.changerequest.ChangeRequests;
import fi.kumppani.grants.changerequest.GrantTerms;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

class ChangeContractTests {

    private static final LocalDate LATER = LocalDate.of(2027, 10, 31);

    @Test
    void tellsWhatBecameOfItAndNothingThatPeopleWrote() {
        var request =
                new ChangeRequest(
                        1,
                        new GrantTerms("Syysjuhla", null, LATER),
                        "Esiintyjä sairastui",
                        Instant.EPOCH,
                        new Creation("request", "hash"),
                        new ChangeRequest.Ending.Ruled(
                                new GrantTerms(null, null, LATER),
                                DecisionMaker.SOME_OFFICIAL,
                                "decider",
                                LocalDate.of(2027, 6, 1),
                                LocalizedText.finnish("Vain aika")));
        var news =
                new AskedChanges.News(
                        new ChangeRequests(GrantApplicationFixtures.APPLICATION, List.of(request)),
                        1);

        OutboundMessage message = new ChangeMessageTranslator().announce(news).getFirst();

        JsonMapper json = JsonMapper.builder().build();
        assertThat(message.data())
                .isEqualTo(
                        json.readValue(GoldenMessages.of(TermsChanged.TYPE), TermsChanged.class));
        assertThat(json.writeValueAsString(message.data()))
                .doesNotContain("Syysjuhla", "sairastui", "Vain", "decider");
    }
}
