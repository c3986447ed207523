package fi.kumppani.events.notice.messaging;

import fi.kumppani.contracts.events.MemoPublished;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.notice.SendMemo;
import fi.kumppani.kit.inbound.MessageDispatchers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.function.Consumer;

/**
 * Has a memo sent that was published, whatever broke off after that: a second time it is owed
 * already.
 */
@Configuration(proxyBeanMethods = false)
class MemoSendingConfiguration {

    @Bean
    Consumer<Message<byte[]>> memoSending(MessageDispatchers dispatchers, SendMemo sendMemo) {
        return dispatchers
                .create("memoSending")
                .on(
                        MemoPublished.TYPE,
                        MemoPublished.class,
                        message -> sendMemo.owe(new EventId(message.subject())))
                .build();
    }
}
