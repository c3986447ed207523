package fi.kumppani.grants.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.LaterDecisionTold;
import fi.kumppani.contracts.grants.NotificationChanged;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.notification.Channel;
import fi.kumppani.grants.notification.LaterDecisionId;
import fi.kumppani.grants.notification.LaterNotification;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.grants.notification.Statement;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalDate;

/** What others are told is what the contracts say. */
class NotificationContractTests {

    @Test
    void tellsHowADecisionWasTold() {
        var source = new Statement.Source("officer", Instant.parse("2027-03-03T10:00:00Z"));
        Notification notification =
                Notification.of(GrantApplicationFixtures.APPLICATION, LocalDate.of(2027, 3, 1))
                        .with(
                                new Statement.Sent(
                                        Channel.LETTER, LocalDate.of(2027, 3, 2), null, source))
                        .with(new Statement.Published(LocalDate.of(2027, 3, 3), source));

        OutboundMessage message = new NotificationTranslator().announce(notification).getFirst();

        assertThat(message.type()).isEqualTo(NotificationChanged.TYPE);
        assertThat(message.data())
                .isEqualTo(
                        JsonMapper.builder()
                                .build()
                                .readValue(
                                        GoldenMessages.of(NotificationChanged.TYPE),
                                        NotificationChanged.class));
    }

    @Test
    void tellsHowADecisionWasToldThatCameLater() {
        var source = new Statement.Source("officer", Instant.parse("2027-03-03T10:00:00Z"));
        LaterNotification begun =
                LaterNotification.of(
                        new LaterDecisionId(
                                GrantApplicationFixtures.APPLICATION,
                                LaterDecisionId.Kind.RECOVERY,
                                1),
                        LocalDate.of(2027, 3, 1));
        Notification told =
                begun.told()
                        .with(
                                new Statement.Sent(
                                        Channel.LETTER, LocalDate.of(2027, 3, 2), null, source))
                        .with(new Statement.Published(LocalDate.of(2027, 3, 3), source));

        OutboundMessage message =
                new LaterNotificationTranslator()
                        .announce(new LaterNotification(begun.id(), told))
                        .getFirst();

        assertThat(message.type()).isEqualTo(LaterDecisionTold.TYPE);
        assertThat(message.data())
                .isEqualTo(
                        JsonMapper.builder()
                                .build()
                                .readValue(
                                        GoldenMessages.of(LaterDecisionTold.TYPE),
                                        LaterDecisionTold.class));
    }
}
