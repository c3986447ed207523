package fi.kumppani.grants.grantapplication.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.contracts.grants.ApplicationRevised;
import fi.kumppani.contracts.grants.ApplicationSubmitted;
import fi.kumppani.contracts.grants.ApplicationSupplemented;
import fi.kumppani.contracts.grants.ApplicationTransferred;
import fi.kumppani.contracts.grants.ApplicationWithdrawn;
import fi.kumppani.contracts.grants.DraftClosingSoon;
import fi.kumppani.contracts.grants.SupplementRequested;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.DraftReminder;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.grantapplication.Happening;
import fi.kumppani.grants.grantapplication.RevisionCause;
import fi.kumppani.grants.grantapplication.Supplement;
import fi.kumppani.grants.grantapplication.Transfer;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.ledger.Reservation;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalDate;

/** What others are told is what the contracts say. */
class ApplicationMessageContractTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ApplicationMessageTranslator translator = new ApplicationMessageTranslator();

    @Test
    void tellsOfAnApplicationThatArrived() {
        var arrived = new Happening.Arrived(GrantApplicationFixtures.submitted("400"));

        OutboundMessage message = translator.announce(arrived).getFirst();

        assertThat(message.type()).isEqualTo(ApplicationSubmitted.TYPE);
        assertThat(message.subject()).isEqualTo(GrantApplicationFixtures.APPLICATION.value());
        assertThat(message.data())
                .isEqualTo(golden(ApplicationSubmitted.TYPE, ApplicationSubmitted.class));
    }

    @Test
    void tellsOfADecision() {
        var ended = new Happening.Ended(partlyGranted());

        OutboundMessage message = translator.announce(ended).getFirst();

        assertThat(message.type()).isEqualTo(ApplicationDecided.TYPE);
        assertThat(message.data())
                .isEqualTo(golden(ApplicationDecided.TYPE, ApplicationDecided.class));
    }

    @Test
    void tellsOfADecisionThatTookThePlaceOfAnother() {
        var next =
                new Decision(
                        new DecisionId("d2"),
                        new DecisionRequest(
                                GrantApplicationFixtures.grant("400"),
                                DecisionMaker.SOME_OFFICIAL,
                                "decision-maker",
                                LocalDate.of(2027, 4, 1),
                                new Creation("request-2", "hash-2")),
                        RevisionCause.CLAIM);
        var revision = partlyGranted().revise(next, GrantApplicationFixtures.villageFund());
        var revising = ((GrantApplication.Revision.Begun) revision).application();

        OutboundMessage message =
                translator.announce(new Happening.Revised(revising.settle(true))).getFirst();

        assertThat(message.type()).isEqualTo(ApplicationRevised.TYPE);
        assertThat(message.data())
                .isEqualTo(golden(ApplicationRevised.TYPE, ApplicationRevised.class));
    }

    @Test
    void tellsOfASupplementThatIsAskedForAndOfItsArrival() {
        GrantApplication.Supplementing waiting = waiting();

        OutboundMessage asked =
                translator.announce(new Happening.SupplementAsked(waiting)).getFirst();
        OutboundMessage arrived =
                translator.announce(new Happening.Supplemented(waiting.handle())).getFirst();

        assertThat(asked.type()).isEqualTo(SupplementRequested.TYPE);
        assertThat(asked.data())
                .isEqualTo(golden(SupplementRequested.TYPE, SupplementRequested.class));
        assertThat(arrived.type()).isEqualTo(ApplicationSupplemented.TYPE);
        assertThat(arrived.data())
                .isEqualTo(golden(ApplicationSupplemented.TYPE, ApplicationSupplemented.class));
    }

    @Test
    void tellsOfAnApplicationThatWasTakenBack() {
        var withdrawn =
                GrantApplicationFixtures.submitted("400")
                        .withdraw(Instant.parse("2027-02-10T10:00:00Z"));

        OutboundMessage message =
                translator.announce(new Happening.TakenBack(withdrawn)).getFirst();

        assertThat(message.type()).isEqualTo(ApplicationWithdrawn.TYPE);
        assertThat(message.data())
                .isEqualTo(golden(ApplicationWithdrawn.TYPE, ApplicationWithdrawn.class));
    }

    @Test
    void tellsOfAnApplicationThatGoesOnUnderAnotherCall() {
        var moved =
                GrantApplicationFixtures.submitted("400")
                        .transfer(
                                new Transfer(
                                        new ApplicationId("019a5f0e-7c00-7000-8000-00000000000a"),
                                        new CallId("019a5f0e-7c00-7000-8000-00000000000b"),
                                        null));

        OutboundMessage message = translator.announce(new Happening.Moved(moved)).getFirst();

        assertThat(message.type()).isEqualTo(ApplicationTransferred.TYPE);
        assertThat(message.data())
                .isEqualTo(golden(ApplicationTransferred.TYPE, ApplicationTransferred.class));
    }

    @Test
    void tellsOfADraftThatWillSoonBeLate() {
        var reminder =
                new DraftReminder(
                        GrantApplicationFixtures.APPLICATION,
                        GrantApplicationFixtures.CALL,
                        GrantApplicationFixtures.CLOSES);

        OutboundMessage message = new ReminderMessageTranslator().announce(reminder).getFirst();

        assertThat(message.type()).isEqualTo(DraftClosingSoon.TYPE);
        assertThat(message.subject()).isEqualTo(reminder.id());
        assertThat(message.data()).isEqualTo(golden(DraftClosingSoon.TYPE, DraftClosingSoon.class));
    }

    private static GrantApplication.Supplementing waiting() {
        return GrantApplicationFixtures.submitted("400")
                .ask(
                        new Supplement(
                                LocalizedText.finnish("Tilinpäätös puuttuu"),
                                LocalDate.of(2027, 2, 15),
                                Instant.parse("2027-02-01T10:00:00Z")));
    }

    private static GrantApplication.Decided partlyGranted() {
        var verdict = GrantApplicationFixtures.grant("350", DecisionReason.COSTS_NOT_ELIGIBLE);
        var begun =
                GrantApplicationFixtures.submitted("400")
                        .decide(
                                new DecisionId("d"),
                                GrantApplicationFixtures.request(verdict),
                                GrantApplicationFixtures.villageFund());
        var deciding = ((GrantApplication.Deliberation.Begun) begun).application();
        return (GrantApplication.Decided) deciding.settle(new Reservation.Open(deciding.claim()));
    }

    private static <T> T golden(String type, Class<T> data) {
        return JSON.readValue(GoldenMessages.of(type), data);
    }
}
