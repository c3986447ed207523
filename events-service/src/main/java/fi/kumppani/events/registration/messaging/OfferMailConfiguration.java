package fi.kumppani.events.registration.messaging;

import fi.kumppani.contracts.newsletter.Mail;
import fi.kumppani.contracts.newsletter.MailFailed;
import fi.kumppani.contracts.newsletter.MailSent;
import fi.kumppani.contracts.newsletter.MailUncertain;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.StartOfferClock;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.MessageDispatchers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.function.Consumer;

/**
 * Hears when the mail about an offer was sent, or will never be; said twice or late it changes
 * nothing, for an offer's time only ever becomes shorter.
 */
@Configuration(proxyBeanMethods = false)
class OfferMailConfiguration {

    private static final String KIND = "registration-offered";

    @Bean
    Consumer<Message<byte[]>> offerMails(MessageDispatchers dispatchers, StartOfferClock clock) {
        return dispatchers
                .create("offerMails")
                .on(
                        MailSent.TYPE,
                        MailSent.class,
                        message -> heard(clock, message, message.data().mail()))
                .on(
                        MailUncertain.TYPE,
                        MailUncertain.class,
                        message -> heard(clock, message, message.data().mail()))
                .on(
                        MailFailed.TYPE,
                        MailFailed.class,
                        message -> heard(clock, message, message.data().mail()))
                .build();
    }

    private static void heard(StartOfferClock clock, InboundMessage<?> message, Mail mail) {
        if (mail.kind().equals(KIND) && mail.about() != null) {
            RegistrationId.parse(mail.about()).ifPresent(id -> clock.start(id, message.time()));
        }
    }
}
