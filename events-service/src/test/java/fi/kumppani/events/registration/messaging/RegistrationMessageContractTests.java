package fi.kumppani.events.registration.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.events.RegistrationCancelled;
import fi.kumppani.contracts.events.RegistrationConfirmed;
import fi.kumppani.contracts.events.RegistrationPromoted;
import fi.kumppani.contracts.events.RegistrationWaitlisted;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationFixtures;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.kit.outbox.MessageJson;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class RegistrationMessageContractTests {

    private final RegistrationMessageTranslator translator = new RegistrationMessageTranslator();

    @Test
    void tellsRegistrationsAsTheContractSaysAndNothingOfThePerson() {
        Registration.Confirmed confirmed =
                new Registration.Confirmed(golden(RegistrationConfirmed.TYPE), particulars(), 1);
        Registration.Waitlisted waitlisted =
                new Registration.Waitlisted(golden(RegistrationWaitlisted.TYPE), particulars(), 1);

        assertIsGolden(RegistrationConfirmed.TYPE, new RegistrationHappening.SeatGiven(confirmed));
        assertIsGolden(
                RegistrationWaitlisted.TYPE, new RegistrationHappening.QueueJoined(waitlisted));
        assertIsGolden(
                RegistrationPromoted.TYPE,
                new RegistrationHappening.QueueLeftForSeat(waitlisted.promote()));
        assertIsGolden(
                RegistrationCancelled.TYPE,
                new RegistrationHappening.GivenUp(waitlisted.cancel(Instant.EPOCH)));
    }

    private void assertIsGolden(String type, RegistrationHappening happening) {
        OutboundMessage message = translator.announce(happening).getFirst();
        var json = MessageJson.mapper();
        String written = json.writeValueAsString(message.data());

        assertThat(message.type()).isEqualTo(type);
        assertThat(message.subject()).isEqualTo(happening.registration().id().toString());
        assertThat(json.readTree(written)).isEqualTo(json.readTree(GoldenMessages.of(type)));
        assertThat(written).doesNotContain("example.org").doesNotContain("Osallistuja");
    }

    private static RegistrationId golden(String type) {
        String id =
                MessageJson.mapper()
                        .readTree(GoldenMessages.of(type))
                        .at("/registration/id")
                        .asString();
        return RegistrationId.parse(id).orElseThrow();
    }

    private static Registration.Particulars particulars() {
        return Registration.Particulars.of(RegistrationFixtures.person("maija"), Instant.EPOCH);
    }
}
