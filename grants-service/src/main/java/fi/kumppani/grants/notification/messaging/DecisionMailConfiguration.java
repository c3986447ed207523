package fi.kumppani.grants.notification.messaging;

import fi.kumppani.contracts.newsletter.Mail;
import fi.kumppani.contracts.newsletter.MailFailed;
import fi.kumppani.contracts.newsletter.MailSent;
import fi.kumppani.contracts.newsletter.MailUncertain;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.notification.StateNotification;
import fi.kumppani.grants.notification.Statement;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Hears when the mail about a decision left, or that it never will: from that day the presumption
 * counts, not from the day of the decision.
 */
@Configuration(proxyBeanMethods = false)
class DecisionMailConfiguration {

    private static final String OF_FIRST = "grant-decided";
    private static final String OF_LATER = "grant-revised";

    @Bean
    Consumer<Message<byte[]>> decisionMails(
            MessageDispatchers dispatchers, StateNotification notifications) {
        return dispatchers
                .create("decisionMails")
                .on(
                        MailSent.TYPE,
                        MailSent.class,
                        message -> left(notifications, message, message.data().mail()))
                .on(
                        MailUncertain.TYPE,
                        MailUncertain.class,
                        message -> left(notifications, message, message.data().mail()))
                .on(
                        MailFailed.TYPE,
                        MailFailed.class,
                        message ->
                                hear(
                                        notifications,
                                        message.data().mail(),
                                        new Statement.MailLost(source(message))))
                .build();
    }

    private static void left(
            StateNotification notifications, InboundMessage<?> message, Mail mail) {
        LocalDate on = FinnishTime.dayOf(message.time());
        hear(notifications, mail, new Statement.Mailed(on, source(message)));
    }

    private static void hear(StateNotification notifications, Mail mail, Statement statement) {
        boolean first = mail.kind().equals(OF_FIRST);
        if ((first || mail.kind().equals(OF_LATER)) && mail.about() != null) {
            notifications.hear(new ApplicationId(mail.about()), first, statement);
        }
    }

    private static Statement.Source source(InboundMessage<?> message) {
        return new Statement.Source(message.id(), message.time());
    }
}
