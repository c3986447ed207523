package fi.kumppani.newsletter.issue.messaging;

import fi.kumppani.contracts.grants.Call;
import fi.kumppani.contracts.grants.CallPublished;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.issue.AnnounceCall;
import fi.kumppani.newsletter.material.Material;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** Has calls announced; what was imported, or told long ago, is no news. */
@Configuration(proxyBeanMethods = false)
class CallAnnouncementsConfiguration {

    private static final Duration NEWS = Duration.ofDays(7);

    @Bean
    Consumer<Message<byte[]>> callAnnouncements(
            MessageDispatchers dispatchers, AnnounceCall announceCall, Clock clock) {
        return dispatchers
                .create("callAnnouncements")
                .on(
                        CallPublished.TYPE,
                        CallPublished.class,
                        message -> heard(message, announceCall, clock))
                .build();
    }

    private static void heard(
            InboundMessage<CallPublished> message, AnnounceCall announceCall, Clock clock) {
        Call call = message.data().call();
        if (call.imported() || message.time().isBefore(clock.instant().minus(NEWS))) {
            return;
        }
        announceCall.announce(
                Material.ofCall(
                        message.subject(),
                        LocalizedText.from(call.title()),
                        call.opensAt(),
                        call.closesAt()));
    }
}
