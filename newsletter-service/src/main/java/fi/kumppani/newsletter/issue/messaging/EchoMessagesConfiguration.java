package fi.kumppani.newsletter.issue.messaging;

import fi.kumppani.contracts.newsletter.Bounce;
import fi.kumppani.contracts.newsletter.MailBounced;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.newsletter.issue.Echoes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.function.Consumer;

/** Counts for each issue what came back of its letters. */
@Configuration(proxyBeanMethods = false)
class EchoMessagesConfiguration {

    private static final String COMPLAINT = "complaint";

    @Bean
    Consumer<Message<byte[]>> echoMessages(MessageDispatchers dispatchers, Echoes echoes) {
        return dispatchers
                .create("echoMessages")
                .on(
                        MailBounced.TYPE,
                        MailBounced.class,
                        message -> heard(echoes, message.data().bounce()))
                .build();
    }

    private static void heard(Echoes echoes, Bounce bounce) {
        String letterId = bounce.letterId();
        if (letterId != null) {
            echoes.note(
                    letterId,
                    bounce.kind().equals(COMPLAINT) ? Echoes.Kind.COMPLAINT : Echoes.Kind.BOUNCED);
        }
    }
}
