package fi.kumppani.events.registration.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.events.RegistrationCancelled;
import fi.kumppani.contracts.events.RegistrationChanged;
import fi.kumppani.contracts.events.RegistrationConfirmed;
import fi.kumppani.contracts.events.RegistrationNoticeDue;
import fi.kumppani.contracts.events.RegistrationOffered;
import fi.kumppani.contracts.events.RegistrationPromoted;
import fi.kumppani.contracts.events.RegistrationRepeated;
import fi.kumppani.contracts.events.RegistrationRequested;
import fi.kumppani.contracts.events.RegistrationTransferred;
import fi.kumppani.contracts.events.RegistrationWaitlisted;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.registration.Application;
import fi.kumppani.events.registration.Ending;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationFixtures;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.seating.Party;
import fi.kumppani.kit.outbox.MessageJson;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class RegistrationMessageContractTests {

    private final RegistrationMessageTranslator translator = new RegistrationMessageTranslator();

    @Test
    void tellsRegistrationsAsTheContractSaysAndNothingOfThePerson() {
        RegistrationId id = golden(RegistrationConfirmed.TYPE);
        var confirmed = new Registration.Confirmed(id, particulars(), 1);
        var waitlisted = new Registration.Waitlisted(id, particulars(), 1, 0);

        assertIsGolden(RegistrationConfirmed.TYPE, new RegistrationHappening.SeatGiven(confirmed));
        assertIsGolden(
                RegistrationConfirmed.TYPE, new RegistrationHappening.OfferAccepted(confirmed));
        assertIsGolden(
                RegistrationWaitlisted.TYPE, new RegistrationHappening.QueueJoined(waitlisted));
        assertIsGolden(
                RegistrationPromoted.TYPE, new RegistrationHappening.QueueLeftForSeat(confirmed));
        assertIsGolden(
                RegistrationRequested.TYPE,
                new RegistrationHappening.ApprovalAsked(
                        new Registration.Requested(id, particulars(), 1)));
        assertIsGolden(
                RegistrationOffered.TYPE,
                new RegistrationHappening.SeatOffered(waitlisted.offer(Instant.EPOCH)));
        assertIsGolden(RegistrationChanged.TYPE, new RegistrationHappening.Rewritten(confirmed));
        assertIsGolden(
                RegistrationTransferred.TYPE, new RegistrationHappening.HandedOver(confirmed));
        assertIsGolden(
                RegistrationNoticeDue.TYPE,
                new RegistrationHappening.NoticeDue(confirmed, NoticeKind.CHANGED, 4));
        assertIsGolden(RegistrationRepeated.TYPE, new RegistrationHappening.AskedAgain(waitlisted));
        assertIsGolden(
                RegistrationCancelled.TYPE,
                new RegistrationHappening.Ended(waitlisted.end(Ending.GIVEN_UP, Instant.EPOCH)));
    }

    @Test
    void tellsNobodyOfSeatsHeldForAForm() {
        var held =
                new Registration.Held(
                        golden(RegistrationConfirmed.TYPE), particulars(), 1, Instant.EPOCH);

        assertThat(translator.announce(new RegistrationHappening.Noted(held))).isEmpty();
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
        return Registration.Particulars.of(
                Application.of(
                        RegistrationFixtures.person("maija"),
                        new Party(2, null),
                        "019a5f0e-7c00-7000-8000-000000000001"),
                Instant.EPOCH);
    }
}
