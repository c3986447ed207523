package fi.kumppani.grants.notification.messaging;

import fi.kumppani.contracts.newsletter.Mail;
import fi.kumppani.contracts.newsletter.MailFailed;
import fi.kumppani.contracts.newsletter.MailSent;
import fi.kumppani.contracts.newsletter.MailUncertain;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.notification.LaterDecisionId;
import fi.kumppani.grants.notification.StateLaterNotification;
import fi.kumppani.grants.notification.StateNotification;
import fi.kumppani.grants.notification.Statement;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Hears when the mail about a decision left, or that it never will: from that day the presumption
 * counts, not from the day of the decision.
 */
@Configuration(proxyBeanMethods = false)
class DecisionMailConfiguration {

    private static final String OF_FIRST = "grant-decided";
    private static final String OF_NEXT = "grant-revised";
    private static final Map<String, LaterDecisionId.Kind> OF_LATER =
            Map.of(
                    "grant-change-ruled", LaterDecisionId.Kind.CHANGE,
                    "grant-recovery-decided", LaterDecisionId.Kind.RECOVERY);

    /** Who keeps what is heard. */
    private record Keepers(StateNotification first, StateLaterNotification later) {}

    @Bean
    Consumer<Message<byte[]>> decisionMails(
            MessageDispatchers dispatchers,
            StateNotification notifications,
            StateLaterNotification laterNotifications) {
        Keepers keepers = new Keepers(notifications, laterNotifications);
        return dispatchers
                .create("decisionMails")
                .on(
                        MailSent.TYPE,
                        MailSent.class,
                        message -> left(keepers, message, message.data().mail()))
                .on(
                        MailUncertain.TYPE,
                        MailUncertain.class,
                        message -> left(keepers, message, message.data().mail()))
                .on(
                        MailFailed.TYPE,
                        MailFailed.class,
                        message ->
                                hear(
                                        keepers,
                                        message.data().mail(),
                                        new Statement.MailLost(source(message))))
                .build();
    }

    private static void left(Keepers keepers, InboundMessage<?> message, Mail mail) {
        LocalDate on = FinnishTime.dayOf(message.time());
        hear(keepers, mail, new Statement.Mailed(on, source(message)));
    }

    private static void hear(Keepers keepers, Mail mail, Statement statement) {
        if (mail.about() == null) {
            return;
        }
        ApplicationId application = new ApplicationId(mail.about());
        boolean first = mail.kind().equals(OF_FIRST);
        LaterDecisionId.Kind later = OF_LATER.get(mail.kind());
        if (first || mail.kind().equals(OF_NEXT)) {
            keepers.first().hear(application, first, statement);
        } else if (later != null) {
            keepers.later().hear(application, later, statement);
        }
    }

    private static Statement.Source source(InboundMessage<?> message) {
        return new Statement.Source(message.id(), message.time());
    }
}
