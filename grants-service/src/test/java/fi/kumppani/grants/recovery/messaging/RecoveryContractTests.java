package fi.kumppani.grants.recovery.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.RecoveryChanged;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.recovery.Hearing;
import fi.kumppani.grants.recovery.MoneyReturn;
import fi.kumppani.grants.recovery.Recovery;
import fi.kumppani.grants.recovery.RecoveryClaim;
import fi.kumppani.grants.recovery.RecoveryGround;
import fi.kumppani.grants.recovery.RecoveryNews;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.Creation;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.List;

/** What others are told is what the contracts say. */
class RecoveryContractTests {

    @Test
    void tellsWhatComesBackAndNothingThatPeopleWrote() {
        LocalDate due = LocalDate.of(2027, 4, 30);
        var claim =
                new RecoveryClaim(
                        1,
                        RecoveryGround.NOT_REPORTED,
                        Euros.parse("300"),
                        "Selvitystä ei ole jätetty",
                        new Hearing.Offered(LocalDate.of(2027, 3, 15), "Unohdimme"),
                        "officer",
                        new Creation("claim", "hash"),
                        new RecoveryClaim.Stage.Decided(
                                DecisionMaker.SOME_OFFICIAL,
                                "decider",
                                LocalDate.of(2027, 3, 16),
                                due));
        var money =
                new MoneyReturn(
                        "money",
                        1,
                        due.plusDays(30),
                        Euros.parse("100"),
                        Euros.parse("1.25"),
                        new Creation("return", "hash"),
                        MoneyReturn.Stage.BOOKED);

        OutboundMessage message =
                new RecoveryTranslator()
                        .announce(
                                new RecoveryNews(
                                        Recovery.of(GrantApplicationFixtures.APPLICATION),
                                        new Recovery(
                                                GrantApplicationFixtures.APPLICATION,
                                                List.of(claim),
                                                List.of(money))))
                        .getFirst();

        assertThat(message.subject()).isEqualTo(GrantApplicationFixtures.APPLICATION.value());
        assertThat(message.data())
                .isEqualTo(
                        JsonMapper.builder()
                                .build()
                                .readValue(
                                        GoldenMessages.of(RecoveryChanged.TYPE),
                                        RecoveryChanged.class));
    }

    @Test
    void tellsWhichClaimMovedAndOnlyThen() {
        var known = Recovery.of(GrantApplicationFixtures.APPLICATION);

        assertThat(new RecoveryNews(known, known).moved()).isEmpty();
        assertThat(new RecoveryTranslator().announce(new RecoveryNews(known, known)).getFirst())
                .extracting(each -> ((RecoveryChanged) each.data()).moved())
                .isNull();
    }
}
